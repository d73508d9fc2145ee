import { GROUPS } from '../catalogue-groups.js';
import type { PlanContent, PlanGroup, PlanRecord } from '../records.js';
import { list, object } from '../xml/composites.js';
import type { ValuesOf } from '../xml/kind.js';
import { bool, int, money, text } from '../xml/scalars.js';

const GROUP_MEMBERS = {
  groupId: int,
  enabled: bool,
  calculateDiskSpace: bool,
  calculateBandwidth: bool,
  groupName: text,
};
const QUOTA_MEMBERS = { quotaId: int, quotaValue: int };

export type GroupInfo = ValuesOf<typeof GROUP_MEMBERS>;
export type QuotaInfo = ValuesOf<typeof QUOTA_MEMBERS>;

export const groupList = list('HostingPlanGroupInfo', object(GROUP_MEMBERS));
export const quotaList = list('HostingPlanQuotaInfo', object(QUOTA_MEMBERS));

const MEMBERS = {
  planId: int,
  packageId: int,
  planName: text,
  planDescription: text,
  available: bool,
  serverId: int,
  isAddon: bool,
  setupPrice: money,
  recurringPrice: money,
  recurrenceUnit: int,
  recurrenceLength: int,
  groups: groupList,
  quotas: quotaList,
  userId: int,
};

export type HostingPlanInfo = ValuesOf<typeof MEMBERS>;

export const hostingPlanInfo = object(MEMBERS);
export const hostingPlanList = list('HostingPlanInfo', hostingPlanInfo);

/** Groups and quotas are never filled on a read. */
export function toHostingPlanInfo(plan: PlanRecord): HostingPlanInfo {
  return {
    ...plan,
    packageId: plan.packageId ?? 0,
    serverId: plan.serverId ?? 0,
    groups: null,
    quotas: null,
  };
}

export function toGroupInfo(group: PlanGroup): GroupInfo {
  return { ...group, enabled: true, groupName: GROUPS.get(group.groupId) ?? null };
}

/**
 * What a request's groups and quotas grant. Every group listed is on, whatever its `Enabled` says, and one list
 * missing empties both.
 */
export function toPlanContent(
  groups: readonly GroupInfo[] | null,
  quotas: readonly QuotaInfo[] | null,
): PlanContent {
  if (groups === null || quotas === null) return { groups: [], quotas: new Map() };
  return {
    groups: groups.map(({ groupId, calculateDiskSpace, calculateBandwidth }) => ({
      groupId,
      calculateDiskSpace,
      calculateBandwidth,
    })),
    quotas: new Map(quotas.map(({ quotaId, quotaValue }) => [quotaId, quotaValue])),
  };
}
