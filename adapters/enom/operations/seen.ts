import { operation } from '../../../src/operation/operation.js';
import { pick } from '../../../src/operation/pick.js';
import { array, key, rows, string, struct } from '../../../src/operation/shape.js';
import { domainNameShape, domainStatusShape, nameServers, serviceEntry } from './domain-info-shapes.js';
import * as full from './index.js';

/*
 * The commands as the unified graph reads their answers. It names what the graph shows, or decides by: what nobody sees
 * must not cost a domain or a mailbox when it cannot be read, nor make the outcome of a purchase unknown.
 */

export * from './index.js';

export const getDomainInfo = operation({
  ...full.getDomainInfo,
  result: struct({
    GetDomainInfo: key(
      struct({
        domainname: pick(domainNameShape, ['#text', 'domainnameid']),
        status: pick(domainStatusShape, ['expiration', 'registrationstatus']),
        services: struct({
          entry: key(
            array(
              struct({
                ...pick(serviceEntry, ['name', 'service']).members,
                configuration: struct({ dns: nameServers }),
              }),
              'Services of the domain.',
            ),
          ),
        }),
      }),
    ),
  }),
});

const domainRow = pick(full.domainRow, [
  'DomainNameID',
  'sld',
  'tld',
  'DomainName',
  'expiration-date',
  'auto-renew',
]);
export const getDomains = operation({
  ...full.getDomains,
  result: struct({
    GetDomains: key(
      struct({
        'domain-list': key(rows(domainRow, 'Domains.', { itemName: 'domain' })),
        ...pick(full.getDomains.result.members.GetDomains, ['NextRecords', 'DomainCount', 'TotalDomainCount'])
          .members,
      }),
    ),
  }),
});

export const getRenew = operation({ ...full.getRenew, result: pick(full.getRenew.result, ['auto-renew']) });
export const setRenew = operation({ ...full.setRenew, result: pick(full.setRenew.result, ['RenewName']) });
export const getRegLock = operation({
  ...full.getRegLock,
  result: pick(full.getRegLock.result, ['reg-lock']),
});
export const getDns = operation({ ...full.getDns, result: pick(full.getDns.result, ['dns']) });

const mailbox = pick(full.mailboxRow, ['username', 'quota', 'quotaused', 'BundleId', 'admin']);
export const getPop3 = operation({
  ...full.getPop3,
  result: struct({
    pop: key(rows(mailbox, 'Mailboxes, without an element around them.')),
    Paks: full.getPop3.result.members.Paks,
  }),
});

/** A number that is none costs no more than itself: it is a text here. */
const expirationRow = struct({
  ...pick(full.expirationRow, ['domain', 'expdate', 'renew']).members,
  bundleid: string('Number of the pak.'),
});
export const getPopExpirations = operation({
  ...full.getPopExpirations,
  result: struct({ popexpirations: struct({ pop: key(rows(expirationRow, 'Paks.')) }) }),
});

export const getCatchAll = operation({
  ...full.getCatchAll,
  result: pick(full.getCatchAll.result, ['ForwardTo']),
});
export const setCatchAll = operation({
  ...full.setCatchAll,
  result: pick(full.setCatchAll.result, ['ForwardTo']),
});
export const getPopForwarding = operation({
  ...full.getPopForwarding,
  result: struct({
    popforwarding: key(
      array(pick(full.forwardingRow, ['forwardto', 'active']), 'Forwardings of the mailbox.'),
    ),
  }),
});
export const setPopForwarding = operation({ ...full.setPopForwarding, result: struct({}) });

export const modifyPop3 = operation({
  ...full.modifyPop3,
  result: pick(full.modifyPop3.result, ['AccountsModified', 'AccountsFailed']),
});

export const purchaseServices = operation({
  ...full.purchaseServices,
  result: struct({
    ...pick(full.purchaseServices.result, ['orderid', 'OrderAmount', 'BundleID']).members,
    Bundles: key(array(pick(full.boughtBundle, ['BundleID']), 'What was bought.')),
  }),
});
