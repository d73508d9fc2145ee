import type { AddonRecord, PackageRecord } from '../records.js';
import { list, object } from '../xml/composites.js';
import { dataSet } from '../xml/data-set.js';
import type { ValuesOf } from '../xml/kind.js';
import { bool, dateTime, int, text } from '../xml/scalars.js';
import { groupList, quotaList } from './plan-info.js';

const MEMBERS = {
  packageId: int,
  userId: int,
  parentPackageId: int,
  statusId: int,
  planId: int,
  purchaseDate: dateTime,
  packageName: text,
  packageComments: text,
  serverId: int,
  diskSpace: int,
  bandWidth: int,
  diskSpaceQuota: int,
  bandWidthQuota: int,
  domains: int,
  domainsQuota: int,
  overrideQuotas: bool,
  defaultTopPackage: bool,
  groups: groupList,
  quotas: quotaList,
};

export type PackageInfo = ValuesOf<typeof MEMBERS>;

export const packageInfo = object(MEMBERS);
export const packageList = list('PackageInfo', packageInfo);

/** A package as GetPackage answers it. The usage members are relics that stay 0. */
export function toPackageInfo(record: PackageRecord): PackageInfo {
  return {
    ...record,
    parentPackageId: record.parentPackageId ?? 0,
    planId: record.planId ?? 0,
    serverId: record.serverId ?? 0,
    diskSpace: 0,
    bandWidth: 0,
    diskSpaceQuota: 0,
    bandWidthQuota: 0,
    domains: 0,
    domainsQuota: 0,
    groups: null,
    quotas: null,
  };
}

/** A package as the lists answer it: without comments, and never overriding. */
export function toListedPackageInfo(record: PackageRecord): PackageInfo {
  return { ...toPackageInfo(record), packageComments: null, overrideQuotas: false };
}

const ADDON_MEMBERS = {
  packageAddonId: int,
  packageId: int,
  planId: int,
  quantity: int,
  purchaseDate: dateTime,
  comments: text,
  statusId: int,
  planName: text,
  planDescription: text,
};

export const packageAddonInfo = object(ADDON_MEMBERS);

/** An addon as GetPackageAddon answers it; names of plans are only in the DataSet of GetPackageAddons. */
export function toPackageAddonInfo(record: AddonRecord): ValuesOf<typeof ADDON_MEMBERS> {
  return { ...record, planName: null, planDescription: null };
}

/** `exceedingQuotas` is null where the call was refused before quotas were looked at. */
export const packageResult = object({ result: int, exceedingQuotas: dataSet });
export type PackageResult = NonNullable<typeof packageResult.absent>;
