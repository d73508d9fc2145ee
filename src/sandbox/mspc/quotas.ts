import { GROUPS } from './catalogue-groups.js';
import { type CatalogueQuota, QUOTAS } from './catalogue-quotas.js';
import { STATUS } from './codes.js';
import type { PackageRecord, PlanContent, PlanGroup } from './records.js';
import { ROOT_PACKAGE_ID } from './rights.js';
import type { MspcState } from './state.js';
import type { QuotaValueInfo } from './types/contexts.js';
import type { DataSet } from './xml/data-set.js';

const UNLIMITED = -1;
const EVERY_GROUP = Array.from(GROUPS.keys(), (groupId) => ({
  groupId,
  calculateDiskSpace: true,
  calculateBandwidth: true,
}));
const NOTHING: PlanContent = { groups: [], quotas: new Map() };

/** What the space grants by itself: its overrides where it has them, else its plan's. */
function ownContent(state: MspcState, record: PackageRecord): PlanContent {
  if (record.overrideQuotas && record.overrides !== null) return record.overrides;
  return state.plans.get(record.planId ?? 0)?.content ?? NOTHING;
}

function activeAddons(state: MspcState, packageId: number) {
  return state.addons
    .all()
    .filter((addon) => addon.packageId === packageId && addon.statusId === STATUS.active)
    .map((addon) => ({
      quantity: addon.quantity,
      content: state.plans.get(addon.planId)?.content ?? NOTHING,
    }));
}

/** The groups that are on: the space's own and those of its active addons; in the root space all of them. */
export function enabledGroups(state: MspcState, record: PackageRecord): readonly PlanGroup[] {
  if (record.packageId === ROOT_PACKAGE_ID) return EVERY_GROUP;
  const groups = [
    ...ownContent(state, record).groups,
    ...activeAddons(state, record.packageId).flatMap(({ content }) => content.groups),
  ];
  return [...new Map(groups.map((group) => [group.groupId, group])).values()].sort(
    (a, b) => a.groupId - b.groupId,
  );
}

/** How much of a quota the space has, -1 for no limit. The root space has no limits; no such space has none of it. */
export function allocated(state: MspcState, packageId: number, quota: CatalogueQuota): number {
  if (packageId <= ROOT_PACKAGE_ID) return quota.typeId === 1 ? 1 : UNLIMITED;
  const record = state.packages.get(packageId);
  if (record === undefined) return 0;
  const own = ownContent(state, record).quotas.get(quota.quotaId) ?? 0;
  const added = activeAddons(state, packageId).map(({ quantity, content }) => ({
    quantity,
    value: content.quotas.get(quota.quotaId) ?? 0,
  }));
  const values = [own, ...added.map(({ value }) => value)];
  switch (quota.typeId) {
    case 1:
      return values.some((value) => value > 0) ? 1 : 0;
    case 2:
      if (values.includes(UNLIMITED)) return UNLIMITED;
      return added.reduce((sum, { quantity, value }) => sum + quantity * value, own);
    case 3:
      return values.includes(UNLIMITED) ? UNLIMITED : Math.max(...values);
    default:
      return quota.typeId satisfies never;
  }
}

/** One quota of a space with what is in use. */
export function toQuotaValueInfo(state: MspcState, packageId: number, quota: CatalogueQuota): QuotaValueInfo {
  const value = allocated(state, packageId, quota);
  const used = state.packages.get(packageId)?.usage.get(quota.quotaId) ?? 0;
  return {
    quotaAllocatedValue: value,
    quotaAllocatedValuePerOrganization: value,
    quotaUsedValue: used,
    quotaExhausted: packageId <= ROOT_PACKAGE_ID || (value !== UNLIMITED && used >= value),
    quotaName: quota.name,
    quotaDescription: quota.description,
    quotaId: quota.quotaId,
    quotaTypeId: quota.typeId,
    groupId: quota.groupId,
  };
}

const EXCEEDING_COLUMNS = [
  ['QuotaID', 'int'],
  ['QuotaName', 'string'],
  ['QuotaValue', 'int'],
] as const;

/** The DataSet of a success: no quota exceeded. */
export const NONE_EXCEEDING: DataSet = [{ columns: EXCEEDING_COLUMNS, rows: [] }];

/**
 * By how much the spaces below `parentPackageId` are promised more than it has. Only amounts count, and the root
 * space can always give more. The children's values are added as they stand, -1 included, as the stored
 * procedure does.
 */
export function exceedingQuotas(state: MspcState, parentPackageId: number): DataSet {
  if (parentPackageId <= ROOT_PACKAGE_ID) return NONE_EXCEEDING;
  const children = state.packages.all().filter((record) => record.parentPackageId === parentPackageId);
  const rows = QUOTAS.filter(({ typeId }) => typeId === 2).flatMap((quota) => {
    const limit = allocated(state, parentPackageId, quota);
    if (limit === UNLIMITED) return [];
    const excess = children.reduce((sum, child) => sum + promised(state, child, quota.quotaId), -limit);
    return excess > 0 ? [[quota.quotaId, quota.name, excess]] : [];
  });
  return [{ columns: EXCEEDING_COLUMNS, rows }];
}

function promised(state: MspcState, record: PackageRecord, quotaId: number): number {
  return activeAddons(state, record.packageId).reduce(
    (sum, { quantity, content }) => sum + quantity * (content.quotas.get(quotaId) ?? 0),
    ownContent(state, record).quotas.get(quotaId) ?? 0,
  );
}

export function exceedsAny(exceeding: DataSet): boolean {
  return exceeding.some(({ rows }) => rows.length > 0);
}
