import {
  array,
  boolean,
  dataSet,
  dateTime,
  int,
  int64,
  key,
  optional,
  rows,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { packageStatusId, quotaTypeId } from './words.js';

const neverCounted = (what: string) => int(`${what}; the server never fills it.`);

/**
 * A hosting space, in the order of the wire. Lists leave out its remarks, its overrides and whether it is a default.
 * Its own `Groups` and `Quotas` are filled by no read; GetPackageContext tells them.
 */
export const packageInfo = struct(
  {
    PackageId: key(int('Package.')),
    UserId: int('Account that has it.'),
    ParentPackageId: int('Package that it is sold from; 0 for the root.'),
    StatusId: packageStatusId,
    PlanId: int('Plan it was bought by; 0 for none.'),
    PurchaseDate: dateTime('When it was bought, in the server’s zone.'),
    PackageName: string('Name.'),
    PackageComments: string('Remarks.'),
    ServerId: int('Server that it lives on.'),
    DiskSpace: neverCounted('Disk space'),
    BandWidth: neverCounted('Traffic'),
    DiskSpaceQuota: neverCounted('Limit of disk space'),
    BandWidthQuota: neverCounted('Limit of traffic'),
    Domains: neverCounted('Domains'),
    DomainsQuota: neverCounted('Limit of domains'),
    OverrideQuotas: boolean('Whether it has quotas of its own instead of its plan’s.'),
    DefaultTopPackage: optional(boolean('Whether the panel opens it first; absent on older servers.')),
    StatusIDchangeDate: optional(dateTime('When its status changed; on newer siblings.')),
  },
  'A package.',
);

export const packageAddonInfo = struct(
  {
    PackageAddonId: key(int('Addon of a package.')),
    PackageId: int('Package.'),
    PlanId: int('Addon plan it was bought by.'),
    Quantity: int('How many times it was bought.'),
    PurchaseDate: dateTime('When it was bought, in the server’s zone.'),
    Comments: string('Remarks.'),
    StatusId: packageStatusId,
    PlanName: string('Name of the addon plan; filled in lists only.'),
    PlanDescription: string('What the addon plan offers; filled in lists only.'),
  },
  'An addon of a package.',
);

/** As a row of a DataSet, whose columns are spelled as the database has them. */
export const packageAddonRow = struct(
  {
    PackageAddonID: key(int('Addon of a package.')),
    PackageID: int('Package.'),
    PlanID: int('Addon plan it was bought by.'),
    Quantity: int('How many times it was bought.'),
    PurchaseDate: dateTime('When it was bought, with the server’s offset.'),
    StatusID: packageStatusId,
    Comments: string('Remarks.'),
    PlanName: string('Name of the addon plan.'),
    PlanDescription: string('What the addon plan offers.'),
  },
  'An addon of a package.',
);

export const groupInfo = struct(
  {
    GroupId: key(int('Resource group.')),
    Enabled: boolean('Whether it is part of the plan or package.'),
    CalculateDiskSpace: boolean('Whether its disk space counts.'),
    CalculateBandwidth: boolean('Whether its traffic counts.'),
    GroupName: string('Name of the group.'),
  },
  'A resource group.',
);

export const quotaValueInfo = struct(
  {
    QuotaAllocatedValue: int64('What is allowed; -1 for no limit.'),
    QuotaAllocatedValuePerOrganization: optional(int64('The same for each organization; -1 for no limit.')),
    QuotaUsedValue: int64('What is used; 0 for plans.'),
    QuotaExhausted: boolean('Whether nothing is left; always so for the root.'),
    QuotaName: string('Internal name.'),
    QuotaDescription: string('What it limits.'),
    QuotaId: key(int('Quota.')),
    QuotaTypeId: quotaTypeId,
    GroupId: int('Resource group.'),
  },
  'A quota.',
);

export const groups = rows(groupInfo, 'Resource groups that are on.', { itemName: 'HostingPlanGroupInfo' });
export const quotas = rows(quotaValueInfo, 'Quotas of these groups.', { itemName: 'QuotaValueInfo' });

const exceeding = struct({
  QuotaID: key(int('Quota.')),
  QuotaName: string('Internal name.'),
  QuotaValue: int('By how much the space above would be over-allocated.'),
});

/**
 * Number or refusal, with the quotas that the space above lacks. Servers answer some methods with the bare number where
 * the vendor's document has this object.
 */
export const packageResult = struct(
  {
    Result: key(int('Number of what was made, or 0; or a negative code.')),
    ExceedingQuotas: optional(
      dataSet(
        { Table: array(exceeding, 'Quotas that the space above lacks.') },
        'Absent where the call was refused before quotas were looked at.',
      ),
    ),
  },
  'What came of it.',
  { bare: 'Result' },
);
