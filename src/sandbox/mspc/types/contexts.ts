import { list, object } from '../xml/composites.js';
import type { ValuesOf } from '../xml/kind.js';
import { bool, int, text } from '../xml/scalars.js';
import { packageInfo } from './package-info.js';
import { groupList, hostingPlanInfo } from './plan-info.js';

const QUOTA_VALUE_MEMBERS = {
  quotaAllocatedValue: int,
  quotaAllocatedValuePerOrganization: int,
  quotaUsedValue: int,
  quotaExhausted: bool,
  quotaName: text,
  quotaDescription: text,
  quotaId: int,
  quotaTypeId: int,
  groupId: int,
};

export type QuotaValueInfo = ValuesOf<typeof QUOTA_VALUE_MEMBERS>;

export const quotaValueInfo = object(QUOTA_VALUE_MEMBERS);
const quotaValueList = list('QuotaValueInfo', quotaValueInfo);

export const packageContext = object({
  package: packageInfo,
  groupsArray: groupList,
  quotasArray: quotaValueList,
});

export const hostingPlanContext = object({
  hostingPlan: hostingPlanInfo,
  groupsArray: groupList,
  quotasArray: quotaValueList,
});
