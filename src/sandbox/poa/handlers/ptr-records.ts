import { type MethodTable, write } from '../method.js';
import { hostName, ipAddress } from '../parameter-forms.js';
import { int } from '../parameters.js';

/**
 * Both answer a bare scalar. A reverse zone is not needed, and there are no VPSs here whose address it could be: any
 * address is taken.
 *
 * @see POA Public API Reference 2.8, "pem.addPTRRecord" and "pem.removePTRRecord"
 */
export const ptrRecordMethods: MethodTable = {
  'pem.addPTRRecord': write(
    { ip_address: ipAddress, hostname: hostName },
    (data, { ip_address, hostname }) => {
      const id = data.nextId('ptrRecords');
      data.ptrRecords.put({ id, address: ip_address, hostname });
      return id;
    },
  ),

  /** False for a record in use: that of a host's address with the host's own name. */
  'pem.removePTRRecord': write({ record_id: int }, (data, { record_id }) => {
    const record = data.ptrRecords.get(record_id);
    const user = data.hosts.find(({ ip, name }) => ip === record?.address && name === record.hostname);
    if (user !== undefined) return false;
    data.ptrRecords.remove(record_id);
    return true;
  }),
};
