import { twinned } from '../bigint-twin.js';
import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { arrayOf, bigint, boolean, int, optional, string, structOf } from '../parameters.js';
import { limited, unused } from '../resource-use.js';
import { subscriptionOf, typeOf } from './subscriptions.js';

/** @see CloudBlue Commerce 20.4, Operations Public API Reference, the pages of the two methods */
export const resourceLimitMethods: MethodTable = {
  'pem.setResourceTypeLimit': write(
    {
      subscription_id: int,
      resource_type_id: int,
      limit: optional(int),
      limit64: optional(bigint),
      autoprovide: optional(boolean),
    },
    (data, { subscription_id, resource_type_id, limit, limit64, autoprovide = false }) => {
      const limits = [{ resource_type_id, limit: twinned('limit', limit, limit64) }];
      setLimits(data, subscription_id, limits, autoprovide);
    },
  ),

  /** `parameters` are for resources of applications, of which there are none here. */
  'pem.setResourceTypeLimits': write(
    {
      subscription_id: int,
      autoprovide: optional(boolean),
      resource_limits: arrayOf(structOf({ resource_type_id: int, limit: bigint })),
      parameters: optional(arrayOf(structOf({ var_name: string, var_value: string }))),
    },
    (data, { subscription_id, autoprovide = false, resource_limits }) => {
      setLimits(data, subscription_id, resource_limits, autoprovide);
    },
  ),
};

interface WantedLimit {
  readonly resource_type_id: number;
  readonly limit: bigint;
}

/** A type that the subscription lacks is added to it; with `autoprovide`, 0 takes one away. */
function setLimits(data: Data, subscriptionId: number, limits: readonly WantedLimit[], autoprovide: boolean) {
  const subscription = subscriptionOf(data, subscriptionId);
  const resources = new Map(subscription.resources.map((row) => [row.resourceTypeId, row]));
  for (const { resource_type_id: id, limit } of limits) {
    typeOf(data, id);
    const changed = limited(resources.get(id) ?? unused(id, limit), limit);
    if (limit === 0n && autoprovide) resources.delete(id);
    else resources.set(id, changed);
  }
  data.subscriptions.put({ ...subscription, resources: [...resources.values()] });
}
