import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofSubscription } from './owners.js';
import { reference } from './reference.js';
import { upgrade, upgraded } from './upgrade-shapes.js';

/** Those of websites; other services have their own. */
const PROVISIONING_PARAMETERS = [
  { value: 'domain_id', meaning: 'id of the new domain; chosen by the panel when absent' },
  { value: 'domain_name', meaning: 'name of the new domain' },
  {
    value: 'registrar_status',
    meaning: 'its registrar status: 0 undefined, 1 not registered, 2 registered (default)',
  },
  {
    value: 'apache_homedir_path',
    meaning: 'place of the webspace below the root of all; on releases after 2.8',
  },
] as const;

/** Creates a subscription and sets its services up; with `parameters` a domain with a website, too. */
export const activateSubscription = operation({
  method: 'pem.activateSubscription',
  group: 'subscriptions',
  since: '2.3.01',
  description: 'Creates a subscription, sets its limits and provisions it.',
  effect: 'write',
  // Without an owner: the service template may be that of anybody.
  params: struct({
    subscription_id: optional(int('Its id; chosen by the panel when absent.')),
    subscription_name: optional(string('Name.')),
    account_id: int('Account that subscribes.'),
    service_template_id: int('Service template.'),
    resource_limits: optional(
      array(
        struct({
          resource_id: int('Resource type.'),
          resource_limit: int64('Limit; -1 means unlimited.', { twin: true }),
        }),
        'Limits; those of the template when absent.',
      ),
    ),
    parameters: optional(
      array(
        struct({
          var_name: string('Name.', { open: true, values: PROVISIONING_PARAMETERS }),
          var_value: string('Value, always as a string.'),
        }),
        'Parameters of the provisioning. With any of them, a domain with a website is made, too.',
      ),
    ),
    account_wide_su: optional(
      boolean('For all of the account; cannot be undone.', { since: 'releases after 2.8' }),
    ),
  }),
  result: struct({
    subscription_id: key(int('The new subscription.')),
    auto_provisioning_result: optional(
      array(
        struct({
          rt_id: key(int('Resource type that was provisioned.')),
          rt_parameters: array(
            struct({ parameter_name: key(string('Name.')), parameter_value: string('Value.') }),
            'Its details.',
          ),
        }),
        'What hosting modules tell of it; often empty.',
        { since: 'releases after 2.8' },
      ),
    ),
  }),
  source: `${reference(44)}; later page of the same name`,
});

export const addSubscription = operation({
  method: 'pem.addSubscription',
  group: 'subscriptions',
  since: '2.3',
  description: 'Records a subscription without provisioning it.',
  effect: 'write',
  // Without an owner: the service template may be that of anybody.
  params: struct({
    account_id: int('Account that subscribes.'),
    subscription_name: optional(string('Name.')),
    subscription_id: optional(int('Its id; chosen by the panel when absent.')),
    service_template_id: int('Service template.'),
  }),
  result: struct({ subscription_id: key(int('The new subscription.')) }),
  source: reference(46),
});

export const upgradeSubscription = operation({
  method: 'pem.upgradeSubscription',
  group: 'subscriptions',
  since: '2.3',
  description: 'Upgrades or downgrades a subscription to another service template.',
  effect: 'write',
  // Without an owner: the service template may be that of anybody.
  params: upgrade,
  result: upgraded,
  source: reference(53),
});

export const setSubscriptionName = operation({
  method: 'pem.setSubscriptionName',
  group: 'subscriptions',
  since: '2.6.1',
  description: 'Sets name and description of a subscription.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Subscription', param: 'subscription_id' }],
  owner: ofSubscription,
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
  owner: ofSubscription,
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
  owner: ofSubscription,
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
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: null,
  source: reference(52),
});
