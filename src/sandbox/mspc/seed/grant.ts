import { QUOTAS } from '../catalogue-quotas.js';
import type { PlanContent } from '../records.js';

const BY_NAME = new Map(QUOTAS.map((quota) => [quota.name, quota]));

/**
 * Quota values under their catalogue names as a map by id.
 *
 * @throws Error for a name that the catalogue does not have
 */
export function byQuotaId(values: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return new Map(
    Object.entries(values).map(([name, value]) => {
      const quota = BY_NAME.get(name);
      if (quota === undefined) throw new Error(`The catalogue has no quota ${name}`);
      return [quota.quotaId, value];
    }),
  );
}

/** What a plan grants: the groups of the quotas named are on, and those of `moreGroups`. */
export function grant(
  values: Readonly<Record<string, number>>,
  moreGroups: readonly number[] = [],
): PlanContent {
  const quotas = byQuotaId(values);
  const granted = QUOTAS.filter(({ quotaId }) => quotas.has(quotaId)).map(({ groupId }) => groupId);
  const groupIds = [...new Set([...granted, ...moreGroups])].sort((a, b) => a - b);
  return {
    groups: groupIds.map((groupId) => ({ groupId, calculateDiskSpace: true, calculateBandwidth: true })),
    quotas,
  };
}
