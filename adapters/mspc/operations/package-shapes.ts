import {
  array,
  boolean,
  dateTime,
  int,
  int64,
  key,
  rows,
  string,
  struct,
} from '../../../src/operation/shape.js';

export const packageStatusId = int('Status.', {
  values: [
    { value: 1, meaning: 'active' },
    { value: 2, meaning: 'suspended' },
    { value: 3, meaning: 'cancelled' },
    { value: 4, meaning: 'new' },
  ],
  open: true,
});

/** A hosting space. Lists leave out its remarks and overrides, and usage members are always 0. */
export const packageInfo = struct({
  PackageId: key(int('Package.')),
  UserId: int('Account that has it.'),
  StatusId: packageStatusId,
  PlanId: int('Plan it was bought by; 0 for none.'),
  PurchaseDate: dateTime('When it was bought.'),
  PackageName: string('Name.'),
  PackageComments: string('Remarks.'),
});

export const packageAddonInfo = struct({
  PackageAddonId: key(int('Addon of a package.')),
  PackageId: int('Package.'),
  PlanId: int('Addon plan it was bought by.'),
  Quantity: int('How many times it was bought.'),
  PurchaseDate: dateTime('When it was bought.'),
  Comments: string('Remarks.'),
  StatusId: packageStatusId,
});

/** As a row of a DataSet, whose columns are spelled as the database has them. */
export const packageAddonRow = struct({
  PackageAddonID: key(int('Addon of a package.')),
  PackageID: int('Package.'),
  PlanID: int('Addon plan it was bought by.'),
  Quantity: int('How many times it was bought.'),
  PurchaseDate: dateTime('When it was bought.'),
  StatusID: packageStatusId,
  Comments: string('Remarks.'),
});

export const groupInfo = struct({
  GroupId: key(int('Resource group.')),
  Enabled: boolean('Whether it is part of the plan or package.'),
  GroupName: string('Name of the group.'),
});

export const quotaValueInfo = struct({
  QuotaAllocatedValue: int64('What is allowed; -1 for no limit.'),
  QuotaUsedValue: int64('What is used.'),
  QuotaName: string('Internal name.'),
  QuotaDescription: string('What it limits.'),
  QuotaId: key(int('Quota.')),
  QuotaTypeId: int('How it is counted.', {
    values: [
      { value: 1, meaning: 'allowed or not' },
      { value: 2, meaning: 'an amount' },
      { value: 3, meaning: 'the highest value allowed' },
    ],
    open: true,
  }),
  GroupId: int('Resource group.'),
});

export const groups = rows(groupInfo, 'Resource groups that are on.', { itemName: 'HostingPlanGroupInfo' });
export const quotas = rows(quotaValueInfo, 'Quotas of these groups.', { itemName: 'QuotaValueInfo' });
/** For what writes a plan back, which must not lose one. */
export const wholeQuotas = array(quotaValueInfo, 'Quotas of these groups.', { itemName: 'QuotaValueInfo' });
