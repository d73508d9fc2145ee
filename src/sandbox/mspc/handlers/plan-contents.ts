import { GROUPS } from '../catalogue-groups.js';
import { QUOTAS } from '../catalogue-quotas.js';
import { type ActorContext, method } from '../method.js';
import { allocated, enabledGroups } from '../quotas.js';
import { ROOT_PACKAGE_ID } from '../rights.js';
import { hostingPlanContext } from '../types/contexts.js';
import { toGroupInfo, toHostingPlanInfo } from '../types/plan-info.js';
import { type DataSet, dataSet } from '../xml/data-set.js';
import { int } from '../xml/scalars.js';

/** esPackages.asmx: what plans grant. */
export const planContentMethods = {
  /** The groups that are on and their quotas; a value is in `QuotaAllocatedValue`. */
  GetHostingPlanContext: method(
    { planId: int },
    hostingPlanContext,
    ({ state }: ActorContext, { planId }) => {
      const plan = state.plans.get(planId);
      if (plan === undefined) return null;
      const { groups, quotas } = plan.content;
      const groupIds = new Set(groups.map(({ groupId }) => groupId));
      return {
        hostingPlan: toHostingPlanInfo(plan),
        groupsArray: groups.map(toGroupInfo),
        quotasArray: QUOTAS.filter(({ groupId }) => groupIds.has(groupId)).map((quota) => ({
          quotaAllocatedValue: quotas.get(quota.quotaId) ?? 0,
          quotaAllocatedValuePerOrganization: 0,
          quotaUsedValue: 0,
          quotaExhausted: false,
          quotaName: quota.name,
          quotaDescription: quota.description,
          quotaId: quota.quotaId,
          quotaTypeId: quota.typeId,
          groupId: quota.groupId,
        })),
      };
    },
  ),

  /** The whole catalogue, beside what the space `packageId` could give (0: the server itself). */
  GetHostingPlanQuotas: method(
    { packageId: int, planId: int, serverId: int },
    dataSet,
    ({ state }: ActorContext, { packageId, planId }): DataSet => {
      const content = state.plans.get(planId)?.content;
      const inPlan = new Map(content?.groups.map((group) => [group.groupId, group]));
      const parent = state.packages.get(packageId === 0 ? ROOT_PACKAGE_ID : packageId);
      const parentGroups = parent === undefined ? [] : enabledGroups(state, parent);
      const parentIds = new Set(parentGroups.map(({ groupId }) => groupId));
      return [
        {
          columns: [
            ['GroupID', 'int'],
            ['GroupName', 'string'],
            ['Enabled', 'boolean'],
            ['ParentEnabled', 'boolean'],
            ['CalculateDiskSpace', 'boolean'],
            ['CalculateBandwidth', 'boolean'],
          ],
          rows: Array.from(GROUPS, ([groupId, name]) => [
            groupId,
            name,
            inPlan.has(groupId),
            parentIds.has(groupId),
            inPlan.get(groupId)?.calculateDiskSpace ?? true,
            inPlan.get(groupId)?.calculateBandwidth ?? true,
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
          ],
          rows: QUOTAS.map((quota) => [
            quota.quotaId,
            quota.groupId,
            quota.name,
            quota.description,
            quota.typeId,
            content?.quotas.get(quota.quotaId) ?? 0,
            allocated(state, packageId, quota),
          ]),
        },
      ];
    },
  ),
};
