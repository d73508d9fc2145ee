import { operation } from '../../../src/operation/operation.js';
import { dataSet, int, optional, rows, struct } from '../../../src/operation/shape.js';
import { ofAccount, ofHostingPlan } from './owners.js';
import { groups, quotas } from './package-shapes.js';
import { catalogueGroupRow, catalogueQuotaRow, hostingPlanInfo, hostingPlanRow } from './plan-shapes.js';
import { PACKAGES, SIBLINGS } from './reference.js';

const userId = int('Account.');
const planId = int('Plan.');

export const getHostingPlan = operation({
  method: 'GetHostingPlan',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'One plan or addon plan; nothing for one that does not exist.',
  effect: 'read',
  shows: [{ type: 'HostingPlan', param: 'planId' }],
  mayBeMissing: true,
  params: struct({ planId }),
  result: optional(hostingPlanInfo),
  owner: ofHostingPlan,
  source: SIBLINGS,
});

export const getHostingPlanContext = operation({
  method: 'GetHostingPlanContext',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'A plan with the groups that are on and their quotas.',
  effect: 'read',
  shows: [{ type: 'HostingPlan', param: 'planId' }],
  mayBeMissing: true,
  params: struct({ planId }),
  result: optional(
    struct(
      {
        HostingPlan: optional(hostingPlanInfo),
        GroupsArray: optional(groups),
        QuotasArray: optional(quotas),
      },
      'A plan with what it grants; the values of quotas are in `QuotaAllocatedValue`.',
    ),
  ),
  owner: ofHostingPlan,
  source: SIBLINGS,
});

// Without an owner: what a package of anybody could give stands beside what the plan grants.
export const getHostingPlanQuotas = operation({
  method: 'GetHostingPlanQuotas',
  service: PACKAGES,
  group: 'hosting plans',
  description:
    'All groups and quotas that there are, with what a plan grants beside what a package could give.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({
    packageId: int('Package that is sold from; 0 for the root.'),
    planId: int('Plan; 0 for none.'),
    serverId: int('Server; 0 for that of the package.'),
  }),
  result: dataSet({
    Table: rows(catalogueGroupRow, 'Resource groups.'),
    Table1: rows(catalogueQuotaRow, 'Quotas.'),
  }),
  source: SIBLINGS,
});

export const getHostingPlans = operation({
  method: 'GetHostingPlans',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Plans that an account sells; a fault for one of others.',
  effect: 'read',
  shows: [{ type: 'HostingPlan' }],
  mayBeMissing: true,
  params: struct({ userId }),
  result: dataSet({ Table: rows(hostingPlanRow, 'Plans.') }),
  owner: ofAccount,
  source: SIBLINGS,
});

export const getHostingAddons = operation({
  method: 'GetHostingAddons',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Addon plans that an account sells; a fault for one of others.',
  effect: 'read',
  shows: [{ type: 'HostingPlan' }],
  mayBeMissing: true,
  params: struct({ userId }),
  result: dataSet({ Table: rows(hostingPlanRow, 'Addon plans.') }),
  owner: ofAccount,
  source: SIBLINGS,
});

export const getUserAvailableHostingPlans = operation({
  method: 'GetUserAvailableHostingPlans',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Plans that an account may buy: those that its owner sells. A fault for one of others.',
  effect: 'read',
  shows: [{ type: 'HostingPlan' }],
  mayBeMissing: true,
  params: struct({ userId }),
  result: rows(hostingPlanInfo, 'Plans.', { itemName: 'HostingPlanInfo' }),
  owner: ofAccount,
  source: SIBLINGS,
});

export const getUserAvailableHostingAddons = operation({
  method: 'GetUserAvailableHostingAddons',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Addon plans that an account may buy: those that its owner sells. A fault for one of others.',
  effect: 'read',
  shows: [{ type: 'HostingPlan' }],
  mayBeMissing: true,
  params: struct({ userId }),
  result: rows(hostingPlanInfo, 'Addon plans.', { itemName: 'HostingPlanInfo' }),
  owner: ofAccount,
  source: SIBLINGS,
});
