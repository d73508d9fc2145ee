import { clampedInt } from '../clamped-int.js';
import type { Data } from '../data.js';
import { type MethodTable, method } from '../method.js';
import { arrayOf, int } from '../parameters.js';
import type { Resource } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { subscriptionOf, typeOf } from './subscriptions.js';

const DAY = 86_400;
const STEPS = 4;

/** @see CloudBlue Commerce 20.4, Operations Public API Reference, the pages of the two methods */
export const resourceUsageMethods: MethodTable = {
  'pem.getResourceUsage': method(
    { subscription_id: int, resource_type_ids: arrayOf(int) },
    (data, { subscription_id, resource_type_ids }) => ({
      subscription_id,
      resource_type_usages: resourcesOf(data, subscription_id, resource_type_ids).map(
        ({ resourceTypeId, usage, limit, measuredAt }) => ({
          resource_type_id: resourceTypeId,
          usage: clampedInt(usage),
          usage64: String(usage),
          limit: String(limit),
          last_checkpoint: measuredAt,
        }),
      ),
    }),
  ),

  /** The page leaves open whether `usage_statistics` is the array or holds it: here it is the array. */
  'pem.getResourceUsageForPeriod': method(
    { subscription_id: int, resource_type_ids: arrayOf(int), from_time: int, to_time: int },
    (data, { subscription_id, resource_type_ids, from_time, to_time }) => {
      if (from_time > to_time) throw Refusal.invalidArguments('from_time is after to_time');
      const resources = resourcesOf(data, subscription_id, resource_type_ids);
      return {
        resource_type_usages: resources.map((resource) => {
          const changes = history(resource);
          const initial = changes
            .filter(({ time }) => time < from_time)
            .reduce((sum, { delta }) => sum + delta, 0n);
          const within = changes.filter(({ time }) => time >= from_time && time <= to_time);
          return {
            usage_statistics: within.map(({ delta, time }) => ({
              delta: clampedInt(delta),
              delta64: String(delta),
              time,
            })),
            parent_resource_type_id: typeOf(data, resource.resourceTypeId).parentId,
            initial_usage: clampedInt(initial),
            initial_usage64: String(initial),
            resource_type_id: resource.resourceTypeId,
          };
        }),
      };
    },
  ),
};

function resourcesOf(data: Data, subscriptionId: number, typeIds: readonly number[]): Resource[] {
  const { resources } = subscriptionOf(data, subscriptionId);
  return typeIds.map((id) =>
    found(
      resources.find((row) => row.resourceTypeId === id),
      'Resource type',
      id,
    ),
  );
}

/** How a usage came about, as no one has kept it: in equal steps, one a day, the last at its measurement. */
function history({ usage, measuredAt }: Resource): { readonly time: number; readonly delta: bigint }[] {
  const step = usage / BigInt(STEPS);
  const changes = Array.from({ length: STEPS }, (_, index) => ({
    time: measuredAt - (STEPS - 1 - index) * DAY,
    delta: index === STEPS - 1 ? usage - step * BigInt(STEPS - 1) : step,
  }));
  return changes.filter(({ delta }) => delta !== 0n);
}
