import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { reference } from './reference.js';

/** One subscription. Limits and usage cost the server work, so they come only when asked for. */
export const getSubscription = operation({
  method: 'pem.getSubscription',
  group: 'subscriptions',
  since: '2.6.1',
  description: 'Reads one subscription, with its resources on request.',
  effect: 'read',
  fuller: { member: 'get_resources', value: true },
  params: struct({
    subscription_id: int('Subscription.'),
    get_resources: boolean('Also return the resource types.'),
  }),
  result: struct({
    subscription_id: key(int('Subscription.')),
    name: string('Name.'),
    st_id: int('Service template.'),
    st_version: int('Version of the service template.'),
    owner_id: int('Owning account.'),
    is_active: boolean('Whether it is active.'),
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

export const setSubscriptionName = operation({
  method: 'pem.setSubscriptionName',
  group: 'subscriptions',
  since: '2.6.1',
  description: 'Sets name and description of a subscription.',
  effect: 'idempotentWrite',
  params: struct({
    subscription_id: int('Subscription.'),
    name: optional(string('New name.')),
    descr: optional(string('New description.')),
  }),
  result: null,
  source: reference(53),
});

export const disableSubscription = operation({
  method: 'pem.disableSubscription',
  group: 'subscriptions',
  since: '2.3',
  description: 'Turns off all services of a subscription and blocks new ones.',
  effect: 'idempotentWrite',
  params: struct({ subscription_id: int('Subscription.') }),
  result: null,
  source: reference(47),
});

export const enableSubscription = operation({
  method: 'pem.enableSubscription',
  group: 'subscriptions',
  since: '2.3',
  description: 'Turns on a disabled subscription.',
  effect: 'idempotentWrite',
  params: struct({ subscription_id: int('Subscription.') }),
  result: null,
  source: reference(47),
  notes: 'Services may not come back in the very state they had.',
});

export const removeSubscription = operation({
  method: 'pem.removeSubscription',
  group: 'subscriptions',
  since: '2.3',
  description: 'Cancels a subscription.',
  effect: 'write',
  destructive: true,
  params: struct({ subscription_id: int('Subscription.') }),
  result: null,
  source: reference(52),
});
