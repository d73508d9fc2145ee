import { operation } from '../../../src/operation/operation.js';
import { any, array, int, int64, key, struct } from '../../../src/operation/shape.js';
import { ofSubscription } from './owners.js';
import { LATER_REFERENCE } from './reference.js';

const asked = {
  subscription_id: int('Subscription.'),
  resource_type_ids: array(int('Resource type.'), 'Resource types that are asked for.'),
} as const;

/** Named in the index of the 2.8 reference, as its siblings here; what they take and answer is told by later pages. */
export const getResourceUsage = operation({
  method: 'pem.getResourceUsage',
  group: 'resource accounting',
  since: '2.3',
  description: 'Usage and limits of several resource types of a subscription.',
  effect: 'read',
  owner: ofSubscription,
  params: struct(asked),
  result: struct({
    subscription_id: int('Subscription.'),
    resource_type_usages: array(
      struct({
        resource_type_id: key(int('Resource type.')),
        usage: int64('Usage.', { twin: true }),
        limit: int64('Limit; -1 means unlimited. Old releases may leave it out.'),
        last_checkpoint: int('When it was measured.', { unit: 'seconds since 1970' }),
      }),
      'One for each resource type.',
    ),
  }),
  source: `${LATER_REFERENCE}, "pem.getResourceUsage"`,
});

export const getResourceUsageForPeriod = operation({
  method: 'pem.getResourceUsageForPeriod',
  group: 'resource accounting',
  since: '2.3',
  description: 'How the usage of several resource types of a subscription changed in a period.',
  effect: 'read',
  owner: ofSubscription,
  params: struct({
    ...asked,
    from_time: int('Start of the period.', { unit: 'seconds since 1970' }),
    to_time: int('End of the period.', { unit: 'seconds since 1970' }),
  }),
  result: struct({
    resource_type_usages: array(
      struct({
        usage_statistics: any(
          'Changes, each with `delta`, `delta64` and `time`, in seconds since 1970. Whether this is their list or a struct around it, the page leaves open.',
        ),
        parent_resource_type_id: int('Resource type above it.'),
        initial_usage: int64('Usage at the start of the period.', { twin: true, assumed: true }),
        resource_type_id: key(int('Resource type.')),
      }),
      'One for each resource type.',
    ),
  }),
  source: `${LATER_REFERENCE}, "pem.getResourceUsageForPeriod"`,
});
