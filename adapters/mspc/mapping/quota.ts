import type { PlanGroup, PlanQuota, QuotaKind } from '../../../src/model/index.js';
import { GROUPS } from '../catalogue/groups.js';
import { QUOTAS } from '../catalogue/quotas.js';
import type { Result, RowOf } from './results.js';

type GroupInfo = RowOf<NonNullable<Result<'getHostingPlanContext'>['GroupsArray']>>;

/** Names of groups as the same answer told them. */
export type GroupNames = ReadonlyMap<number, string | null>;

const KINDS: ReadonlyMap<number, QuotaKind> = new Map([
  [1, 'SWITCH'],
  [2, 'AMOUNT'],
  [3, 'MAXIMUM'],
]);
const UNLIMITED = -1n;

/** What the answer leaves out the documented catalogue knows. */
export function toQuota(info: Result<'getPackageQuota'>, groupNames?: GroupNames): PlanQuota {
  const known = QUOTAS.get(info.QuotaId);
  const groupId = info.GroupId ?? known?.groupId;
  const kind = KINDS.get(info.QuotaTypeId ?? 0) ?? known?.kind ?? null;
  const isUnlimited = kind !== 'SWITCH' && info.QuotaAllocatedValue === UNLIMITED;
  return {
    quotaId: info.QuotaId,
    name: info.QuotaName ?? known?.name ?? null,
    description: info.QuotaDescription ?? known?.description ?? null,
    group: groupId === undefined ? null : (groupNames?.get(groupId) ?? GROUPS.get(groupId) ?? null),
    kind,
    value: isUnlimited ? null : info.QuotaAllocatedValue,
    unlimited: info.QuotaAllocatedValue === null ? null : isUnlimited,
  };
}

export const toGroup = (info: GroupInfo): PlanGroup => ({
  groupId: info.GroupId,
  name: info.GroupName ?? GROUPS.get(info.GroupId) ?? null,
  enabled: info.Enabled,
});

export const groupNamesOf = (groups: ReadonlyArray<GroupInfo | Error> | null): GroupNames =>
  new Map(
    groups?.flatMap((group) => (group instanceof Error ? [] : [[group.GroupId, group.GroupName] as const])),
  );
