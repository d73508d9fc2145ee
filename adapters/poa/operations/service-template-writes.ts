import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { laterReference } from './reference.js';

const LATER = 'releases after 2.8';

/** Named in the index of the 2.8 reference; what it takes and answers is told by later pages only. */
export const addServiceTemplate = operation({
  method: 'pem.addServiceTemplate',
  group: 'service templates',
  since: '2.6.3',
  description: 'Creates a service template.',
  effect: 'write',
  params: struct({
    owner_id: int('Owning account.'),
    name: string('Name.'),
    descr: optional(string('Description.')),
    category: optional(string('Category.', { default: 'custom', since: LATER })),
    auto_provisioning: optional(
      boolean('Its subscriptions are provisioned automatically.', { since: LATER }),
    ),
    account_wide_services: optional(boolean('Its services are for all of the account.', { since: LATER })),
    resources: array(
      struct({
        resource_type_id: int('Resource type.'),
        subscription_id: optional(int('Subscription that it is taken from.')),
      }),
      'Resource types of the template.',
    ),
  }),
  result: struct({ st_id: key(int('The new service template.')) }),
  source: laterReference('5.2', 'pem.addServiceTemplate'),
});

/** Known from clients alone. */
export const setSTRTLimits = operation({
  method: 'pem.setSTRTLimits',
  group: 'service templates',
  since: '2.6.3',
  description: 'Sets limits of resource types in a service template.',
  effect: 'idempotentWrite',
  params: struct({
    st_id: int('Service template.', { assumed: true }),
    limits: array(
      struct({
        resource_id: int('Resource type.', { assumed: true }),
        resource_limit: int64('Limit; -1 means unlimited.', { twin: true, assumed: true }),
      }),
      'Limits.',
      { assumed: true },
    ),
  }),
  result: null,
  source: 'cloudblue/apsconnect-cli, hub module',
});

/** Known from clients alone. */
export const activateST = operation({
  method: 'pem.activateST',
  group: 'service templates',
  since: '2.6.4',
  description: 'Lets accounts subscribe to a service template.',
  effect: 'idempotentWrite',
  params: struct({ st_id: int('Service template.', { assumed: true }) }),
  result: null,
  source: 'public clients that deploy applications to POA; no document',
});
