import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofSubscription } from './owners.js';
import { reference } from './reference.js';

/** One subscription. Limits and usage cost the server work, so they come only when asked for. */
export const getSubscription = operation({
  method: 'pem.getSubscription',
  group: 'subscriptions',
  since: '2.6.1',
  description: 'Reads one subscription, with its resources on request.',
  effect: 'read',
  shows: [{ type: 'Subscription', param: 'subscription_id' }],
  fuller: { member: 'get_resources', value: true },
  owner: ofSubscription,
  params: struct({
    subscription_id: int('Subscription.'),
    get_resources: boolean('Also return the resource types.'),
  }),
  result: struct({
    subscription_id: int('Subscription.'),
    name: string('Name.'),
    st_id: int('Service template.'),
    st_version: int('Version of the service template.'),
    owner_id: int('Owning account.'),
    is_active: boolean('Whether it is active.'),
    c_date: optional(string('When it was created.', { since: 'releases after 2.8' })),
    resource_types: optional(
      array(
        struct({
          name: string('Resource type.'),
          resource_type_id: key(int('Resource type.')),
          parent_resource_type_id: int('Resource type above it; -1 for a root.'),
          measurement_unit: string('Unit of limit and usage.'),
          limit: int64('Limit; -1 means unlimited.'),
          usage: int64('Consumed amount.'),
          resclass_name: string('Resource class.'),
        }),
        'A flat list of a tree; present only on request.',
      ),
    ),
  }),
  source: reference(48),
});
