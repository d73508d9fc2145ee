import { operation } from '../../../src/operation/operation.js';
import { boolean, dataSet, int, key, optional, rows, string, struct } from '../../../src/operation/shape.js';
import { groups, quotas } from './package-shapes.js';
import { PACKAGES, SIBLINGS } from './reference.js';

/** Groups and quotas of the object are filled by no read; GetHostingPlanContext tells them. */
const hostingPlanInfo = struct({
  PlanId: key(int('Plan.')),
  PlanName: string('Name.'),
  PlanDescription: string('What it offers.'),
  Available: boolean('Whether it can be bought.'),
  IsAddon: boolean('Whether it is bought on top of a package.'),
  UserId: int('Account that sells it; 0 in lists of what is offered.'),
});

/** As a row of a DataSet. */
const hostingPlanRow = struct({
  PlanID: key(int('Plan.')),
  UserID: int('Account that sells it.'),
  PlanName: string('Name.'),
  PlanDescription: string('What it offers.'),
  Available: boolean('Whether it can be bought.'),
  IsAddon: boolean('Whether it is bought on top of a package.'),
});

const userId = int('Account.');

export const getHostingPlan = operation({
  method: 'GetHostingPlan',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'One plan or addon plan; nothing for one that does not exist.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ planId: int('Plan.') }),
  result: optional(hostingPlanInfo),
  source: SIBLINGS,
});

export const getHostingPlanContext = operation({
  method: 'GetHostingPlanContext',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'A plan with the groups that are on and their quotas.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ planId: int('Plan.') }),
  result: optional(
    struct({
      HostingPlan: optional(hostingPlanInfo),
      GroupsArray: optional(groups),
      QuotasArray: optional(quotas),
    }),
  ),
  source: SIBLINGS,
});

export const getHostingPlans = operation({
  method: 'GetHostingPlans',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Plans that an account sells.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: dataSet({ Table: rows(hostingPlanRow, 'Plans.') }),
  source: SIBLINGS,
});

export const getHostingAddons = operation({
  method: 'GetHostingAddons',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Addon plans that an account sells.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: dataSet({ Table: rows(hostingPlanRow, 'Addon plans.') }),
  source: SIBLINGS,
});

export const getUserAvailableHostingPlans = operation({
  method: 'GetUserAvailableHostingPlans',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Plans that an account may buy: those that its owner sells.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: rows(hostingPlanInfo, 'Plans.', { itemName: 'HostingPlanInfo' }),
  source: SIBLINGS,
});

export const getUserAvailableHostingAddons = operation({
  method: 'GetUserAvailableHostingAddons',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Addon plans that an account may buy: those that its owner sells.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: rows(hostingPlanInfo, 'Addon plans.', { itemName: 'HostingPlanInfo' }),
  source: SIBLINGS,
});
