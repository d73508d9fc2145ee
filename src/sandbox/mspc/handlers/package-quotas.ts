import { GROUPS } from '../catalogue-groups.js';
import { QUOTAS } from '../catalogue-quotas.js';
import { type ActorContext, method } from '../method.js';
import { allocated, enabledGroups, toQuotaValueInfo } from '../quotas.js';
import { demandPackage, ROOT_PACKAGE_ID } from '../rights.js';
import { databaseFault } from '../soap/soap-fault.js';
import { packageContext, quotaValueInfo } from '../types/contexts.js';
import { toPackageInfo } from '../types/package-info.js';
import { toGroupInfo } from '../types/plan-info.js';
import { type DataSet, dataSet } from '../xml/data-set.js';
import { int, text } from '../xml/scalars.js';

/** esPackages.asmx: what packages may use and do use. */
export const packageQuotaMethods = {
  GetPackageContext: method(
    { packageId: int },
    packageContext,
    ({ state, actor }: ActorContext, { packageId }) => {
      const record = state.packages.get(packageId);
      if (record === undefined) return null;
      demandPackage(state, actor, packageId);
      const groups = enabledGroups(state, record);
      const groupIds = new Set(groups.map(({ groupId }) => groupId));
      return {
        package: toPackageInfo(record),
        groupsArray: groups.map(toGroupInfo),
        quotasArray: QUOTAS.filter(({ groupId }) => groupIds.has(groupId)).map((quota) =>
          toQuotaValueInfo(state, packageId, quota),
        ),
      };
    },
  ),

  GetPackageQuota: method(
    { packageId: int, quotaName: text },
    quotaValueInfo,
    ({ state, actor }: ActorContext, { packageId, quotaName }) => {
      demandPackage(state, actor, packageId);
      const quota = QUOTAS.find(({ name }) => name.toLowerCase() === quotaName?.toLowerCase());
      if (quota === undefined) throw databaseFault('Cannot find the quota of this name');
      return toQuotaValueInfo(state, packageId, quota);
    },
  ),

  GetPackageQuotas: method(
    { packageId: int },
    dataSet,
    ({ state, actor }: ActorContext, { packageId }): DataSet => {
      demandPackage(state, actor, packageId);
      const record = state.packages.get(packageId);
      const groups = record === undefined ? [] : enabledGroups(state, record);
      const groupIds = new Set(groups.map(({ groupId }) => groupId));
      const parentId = record?.parentPackageId ?? ROOT_PACKAGE_ID;
      const parent = state.packages.get(parentId);
      const parentGroups = parent === undefined ? [] : enabledGroups(state, parent);
      const parentIds = new Set(parentGroups.map(({ groupId }) => groupId));
      return [
        {
          columns: [
            ['GroupID', 'int'],
            ['GroupName', 'string'],
            ['CalculateDiskSpace', 'boolean'],
            ['CalculateBandwidth', 'boolean'],
            ['ParentEnabled', 'boolean'],
          ],
          rows: groups.map((group) => [
            group.groupId,
            GROUPS.get(group.groupId) ?? null,
            group.calculateDiskSpace,
            group.calculateBandwidth,
            parentIds.has(group.groupId),
          ]),
        },
        {
          columns: [
            ['QuotaID', 'int'],
            ['GroupID', 'int'],
            ['QuotaName', 'string'],
            ['QuotaDescription', 'string'],
            ['QuotaTypeID', 'int'],
            ['QuotaValue', 'int'],
            ['ParentQuotaValue', 'int'],
            ['QuotaUsedValue', 'int'],
          ],
          rows: QUOTAS.filter(({ groupId }) => groupIds.has(groupId)).map((quota) => [
            quota.quotaId,
            quota.groupId,
            quota.name,
            quota.description,
            quota.typeId,
            allocated(state, packageId, quota),
            allocated(state, parentId, quota),
            toQuotaValueInfo(state, packageId, quota).quotaUsedValue,
          ]),
        },
      ];
    },
  ),
};
