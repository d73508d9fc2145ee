import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { LATER_REFERENCE, reference } from './reference.js';

const namedValue = struct({ var_name: string('Name.'), var_value: string('Value, always as a string.') });

/** Creates a subscription and sets its services up; with `parameters` a domain with a website, too. */
export const activateSubscription = operation({
  method: 'pem.activateSubscription',
  group: 'subscriptions',
  since: '2.3.01',
  description: 'Creates a subscription, sets its limits and provisions it.',
  effect: 'write',
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
        namedValue,
        'Parameters of the provisioning: `domain_id`, `domain_name`, `registrar_status` and, on newer releases, `apache_homedir_path`.',
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
  params: struct({
    subscription_id: int('Subscription.'),
    service_template_id: int('Service template that it changes to.'),
    custom_resource_limits: optional(
      array(
        struct({ resource_type_id: int('Resource type.'), limit: int64('Limit; -1 means unlimited.') }),
        'Limits in place of those of the template.',
      ),
    ),
  }),
  result: struct({
    rt_added: array(int('Resource type.'), 'Resource types that it has gained.'),
    rt_removed: array(int('Resource type.'), 'Resource types that it has lost.'),
    rt_mapped: array(
      struct({
        src_rt_id: key(int('In the old template.')),
        dst_rt_id: key(int('In the new template.')),
      }),
      'Resource types of one class in both templates.',
    ),
  }),
  source: reference(53),
});

/** Named in the index of the 2.8 reference; what it takes is told by later pages only. */
export const setResourceTypeLimits = operation({
  method: 'pem.setResourceTypeLimits',
  group: 'resource accounting',
  since: '2.6.1',
  description: 'Sets limits of several resource types of a subscription.',
  effect: 'idempotentWrite',
  params: struct({
    subscription_id: int('Subscription.'),
    autoprovide: optional(boolean('Provision what rises from 0 and unprovision what falls to 0, at once.')),
    resource_limits: array(
      struct({ resource_type_id: int('Resource type.'), limit: int64('Limit; -1 means unlimited.') }),
      'Limits; a type that the subscription lacks is added to it.',
    ),
    parameters: optional(array(namedValue, 'For resources of applications only.')),
  }),
  result: null,
  source: `${LATER_REFERENCE}, "pem.setResourceTypeLimits"`,
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
