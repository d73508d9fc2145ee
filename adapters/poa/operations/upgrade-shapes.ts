import { array, int, int64, key, optional, struct } from '../../../src/operation/shape.js';

/** What pem.upgradeSubscription and the older pem.migrateSubscription take and answer. */
export const upgrade = struct({
  subscription_id: int('Subscription.'),
  service_template_id: int('Service template that it changes to.'),
  custom_resource_limits: optional(
    array(
      struct({ resource_type_id: int('Resource type.'), limit: int64('Limit; -1 means unlimited.') }),
      'Limits in place of those of the template.',
    ),
  ),
});

export const upgraded = struct({
  rt_added: array(int('Resource type.'), 'Resource types that it has gained.'),
  rt_removed: array(int('Resource type.'), 'Resource types that it has lost.'),
  rt_mapped: array(
    struct({
      src_rt_id: key(int('In the old template.')),
      dst_rt_id: key(int('In the new template.')),
    }),
    'Resource types of one class in both templates.',
  ),
});
