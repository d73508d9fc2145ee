import { operation } from '../../../src/operation/operation.js';
import {
  any,
  array,
  boolean,
  int,
  int64,
  key,
  optional,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { namedValue } from './named-value.js';
import { ofSubscription } from './owners.js';
import { LATER_REFERENCE } from './reference.js';

const GROUP = 'resource accounting';
const autoprovide = optional(
  boolean('Provision what rises from 0 and unprovision what falls to 0, at once.'),
);
/** What 0 does together with `autoprovide` cannot be taken back by another limit. */
const LIMIT_RULES =
  'A limit above 0 and below the usage is refused. Limit 0 unprovisions with `autoprovide` and leaves an overuse without.';

/** Named in the index of the 2.8 reference; what it takes is told by later pages only. */
export const setResourceTypeLimit = operation({
  method: 'pem.setResourceTypeLimit',
  group: GROUP,
  since: '2.3',
  description: 'Sets the limit of one resource type of a subscription.',
  effect: 'idempotentWrite',
  destructive: true,
  owner: ofSubscription,
  params: struct({
    subscription_id: int('Subscription.'),
    resource_type_id: int('Resource type; one that the subscription lacks is added to it.'),
    limit: int64('Limit; -1 means unlimited.', { twin: true }),
    autoprovide,
  }),
  result: null,
  source: `${LATER_REFERENCE}, "pem.setResourceTypeLimit"`,
  notes: LIMIT_RULES,
});

/** Named in the index of the 2.8 reference; what it takes is told by later pages only. */
export const setResourceTypeLimits = operation({
  method: 'pem.setResourceTypeLimits',
  group: GROUP,
  since: '2.6.1',
  description: 'Sets limits of several resource types of a subscription.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Subscription', param: 'subscription_id' }],
  destructive: true,
  owner: ofSubscription,
  params: struct({
    subscription_id: int('Subscription.'),
    autoprovide,
    resource_limits: array(
      struct({ resource_type_id: int('Resource type.'), limit: int64('Limit; -1 means unlimited.') }),
      'Limits; a type that the subscription lacks is added to it.',
    ),
    parameters: optional(array(namedValue, 'For resources of applications only.')),
  }),
  result: null,
  source: `${LATER_REFERENCE}, "pem.setResourceTypeLimits"`,
  notes: LIMIT_RULES,
});

export const addResourceType = operation({
  method: 'pem.addResourceType',
  group: GROUP,
  since: '2.6.3',
  description: 'Creates a resource type of a resource class.',
  effect: 'write',
  params: struct({
    resclass_name: string('Resource class.'),
    name: string('Name.'),
    descr: optional(string('Description.')),
    attrs: optional(array(string('Attribute.'), 'Provisioning attributes.')),
    act_params: optional(array(namedValue, 'Activation parameters.')),
  }),
  result: struct({ resource_type_id: key(int('The new resource type.')) }),
  source: `${LATER_REFERENCE}, "pem.addResourceType"`,
});

/** Known from clients alone. */
export const addResourceTypeToServiceTemplate = operation({
  method: 'pem.addResourceTypeToServiceTemplate',
  group: GROUP,
  since: '2.6.5',
  description: 'Adds a resource type to a service template.',
  effect: 'write',
  params: struct({
    owner_id: int('Account that owns the template.', { assumed: true }),
    st_id: int('Service template.', { assumed: true }),
    rt_id: int('Resource type.', { assumed: true }),
  }),
  result: optional(any('What it answers is not known.', { assumed: true })),
  source: 'myadmin-plugins/pleskautomation-webhosting, bin scripts',
});
