import { operation } from '../../../src/operation/operation.js';
import { boolean, int, string, struct } from '../../../src/operation/shape.js';
import { reference } from './reference.js';

/** The output is printed without a name: the result is the number itself. */
export const addPTRRecord = operation({
  method: 'pem.addPTRRecord',
  group: 'domains',
  since: '2.6.5',
  description: 'Creates a PTR record; it shows as soon as there is a reverse zone for it.',
  effect: 'write',
  params: struct({
    ip_address: string('Address of a VPS or a hardware node.'),
    hostname: string('Host name that the address leads to.'),
  }),
  result: int('The new record; no call lists records.'),
  source: reference(60),
});

/** The output is printed without a name: the result is the boolean itself. */
export const removePTRRecord = operation({
  method: 'pem.removePTRRecord',
  group: 'domains',
  since: '2.6.5',
  description: 'Removes a PTR record, and tells whether it is gone.',
  effect: 'write',
  destructive: true,
  success: 'claimed',
  params: struct({ record_id: int('Record.') }),
  result: boolean('True: removed, or there was none. False: kept, since a VPS or a hardware node uses it.'),
  source: reference(69),
});
