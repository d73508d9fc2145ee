import { operation } from '../../../src/operation/operation.js';
import { pick } from '../../../src/operation/pick.js';
import { dataSet, optional, rows, struct } from '../../../src/operation/shape.js';
import * as full from './index.js';
import {
  groupInfo,
  packageAddonInfo,
  packageAddonRow,
  packageInfo,
  quotaValueInfo,
} from './package-shapes.js';
import { pageOf } from './paging.js';
import { hostingPlanInfo, hostingPlanRow } from './plan-shapes.js';
import { userInfo, userRow } from './user-shapes.js';

/*
 * The operations as the unified graph reads them. Of the records it names what the graph shows, or decides by: what
 * nobody sees must not cost an account or a package when it cannot be read, nor time when it can.
 */

export * from './index.js';

const account = pick(userInfo, [
  'RoleId',
  'Role',
  'StatusId',
  'Status',
  'UserId',
  'OwnerId',
  'IsPeer',
  'IsDemo',
  'LastName',
  'Username',
  'FirstName',
  'Email',
  'PrimaryPhone',
  'Zip',
  'Fax',
  'Country',
  'Address',
  'City',
  'State',
  'CompanyName',
]);
export const getUserById = operation({ ...full.getUserById, result: optional(account) });
export const getUserByUsername = operation({ ...full.getUserByUsername, result: optional(account) });
export const getUsers = operation({
  ...full.getUsers,
  result: rows(account, 'Accounts.', { itemName: 'UserInfo' }),
});

const accountPage = pageOf(
  pick(userRow, [
    'UserID',
    'RoleID',
    'StatusID',
    'OwnerID',
    'IsDemo',
    'IsPeer',
    'Username',
    'FirstName',
    'LastName',
    'Email',
    'CompanyName',
  ]),
);
export const getUsersPaged = operation({ ...full.getUsersPaged, result: accountPage });
export const getUsersPagedRecursive = operation({ ...full.getUsersPagedRecursive, result: accountPage });

const space = pick(packageInfo, [
  'PackageId',
  'UserId',
  'StatusId',
  'PlanId',
  'PurchaseDate',
  'PackageName',
  'PackageComments',
]);
const groups = rows(pick(groupInfo, ['GroupId', 'Enabled', 'GroupName']), 'Resource groups that are on.', {
  itemName: 'HostingPlanGroupInfo',
});
const quota = pick(quotaValueInfo, [
  'QuotaAllocatedValue',
  'QuotaUsedValue',
  'QuotaName',
  'QuotaDescription',
  'QuotaId',
  'QuotaTypeId',
  'GroupId',
]);
const quotas = rows(quota, 'Quotas of these groups.', { itemName: 'QuotaValueInfo' });
export const getPackage = operation({ ...full.getPackage, result: optional(space) });
export const getMyPackages = operation({
  ...full.getMyPackages,
  result: rows(space, 'Packages.', { itemName: 'PackageInfo' }),
});
export const getPackageContext = operation({
  ...full.getPackageContext,
  result: optional(
    struct({ Package: optional(space), GroupsArray: optional(groups), QuotasArray: optional(quotas) }),
  ),
});
export const getPackageQuota = operation({ ...full.getPackageQuota, result: optional(quota) });

export const getPackageAddon = operation({
  ...full.getPackageAddon,
  result: optional(
    pick(packageAddonInfo, [
      'PackageAddonId',
      'PackageId',
      'PlanId',
      'Quantity',
      'PurchaseDate',
      'Comments',
      'StatusId',
    ]),
  ),
});
export const getPackageAddons = operation({
  ...full.getPackageAddons,
  result: dataSet({
    Table: rows(
      pick(packageAddonRow, [
        'PackageAddonID',
        'PackageID',
        'PlanID',
        'Quantity',
        'PurchaseDate',
        'StatusID',
        'Comments',
      ]),
      'Addons.',
    ),
  }),
});

const plan = pick(hostingPlanInfo, [
  'PlanId',
  'PlanName',
  'PlanDescription',
  'Available',
  'IsAddon',
  'UserId',
]);
const plans = rows(plan, 'Plans.', { itemName: 'HostingPlanInfo' });
export const getHostingPlan = operation({ ...full.getHostingPlan, result: optional(plan) });
export const getHostingPlanContext = operation({
  ...full.getHostingPlanContext,
  result: optional(
    struct({ HostingPlan: optional(plan), GroupsArray: optional(groups), QuotasArray: optional(quotas) }),
  ),
});
export const getUserAvailableHostingPlans = operation({
  ...full.getUserAvailableHostingPlans,
  result: plans,
});
export const getUserAvailableHostingAddons = operation({
  ...full.getUserAvailableHostingAddons,
  result: plans,
});

const planTable = dataSet({
  Table: rows(
    pick(hostingPlanRow, ['PlanID', 'UserID', 'PlanName', 'PlanDescription', 'Available', 'IsAddon']),
    'Plans.',
  ),
});
export const getHostingPlans = operation({ ...full.getHostingPlans, result: planTable });
export const getHostingAddons = operation({ ...full.getHostingAddons, result: planTable });
