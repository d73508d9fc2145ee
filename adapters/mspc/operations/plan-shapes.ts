import { boolean, decimal, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { quotaTypeId } from './words.js';

/** A plan, in the order of the wire. Its `Groups` and `Quotas` are filled by no read; GetHostingPlanContext tells them. */
export const hostingPlanInfo = struct(
  {
    PlanId: key(int('Plan.')),
    PackageId: int('Package that it is sold from; 0 for the root.'),
    PlanName: string('Name.'),
    PlanDescription: string('What it offers.'),
    Available: boolean('Whether it can be bought.'),
    ServerId: int('Server that packages live on; 0 for that of `PackageId`, and for addon plans.'),
    IsAddon: boolean('Whether it is bought on top of a package.'),
    SetupPrice: decimal('Price of the setup.'),
    RecurringPrice: decimal('Price of each period.'),
    RecurrenceUnit: int('Unit of the period.'),
    RecurrenceLength: int('Units in a period.'),
    UserId: int('Account that sells it; 0 in lists of what is offered.'),
  },
  'A plan.',
);

/** As a row of a DataSet, whose columns are spelled as the database has them; addon plans have those up to the server's. */
export const hostingPlanRow = struct(
  {
    PlanID: key(int('Plan.')),
    UserID: int('Account that sells it.'),
    PackageID: optional(int('Package that it is sold from; absent for the root.')),
    PlanName: string('Name.'),
    PlanDescription: string('What it offers.'),
    Available: boolean('Whether it can be bought.'),
    SetupPrice: decimal('Price of the setup.'),
    RecurringPrice: decimal('Price of each period.'),
    RecurrenceLength: int('Units in a period.'),
    RecurrenceUnit: int('Unit of the period.'),
    IsAddon: boolean('Whether it is bought on top of a package.'),
    PackagesNumber: int('How many packages or addons of packages were bought by it.'),
    ServerID: optional(int('Server that packages live on; 0 for none.')),
    ServerName: optional(string('Name of the server.')),
    ServerComments: optional(string('Remarks on the server.')),
    VirtualServer: optional(boolean('Whether the server stands for several.')),
    PackageID1: optional(int('Package that it is sold from; 0 for the root.')),
    PackageName: optional(string('Name of that package.')),
  },
  'A plan.',
);

export const catalogueGroupRow = struct(
  {
    GroupID: key(int('Resource group.')),
    GroupName: string('Name of the group.'),
    Enabled: boolean('Whether it is part of the plan.'),
    ParentEnabled: boolean('Whether the package could give it.'),
    CalculateDiskSpace: boolean('Whether its disk space counts.'),
    CalculateBandwidth: boolean('Whether its traffic counts.'),
  },
  'A resource group.',
);

export const catalogueQuotaRow = struct(
  {
    QuotaID: key(int('Quota.')),
    GroupID: int('Resource group.'),
    QuotaName: string('Internal name.'),
    QuotaDescription: string('What it limits.'),
    QuotaTypeID: quotaTypeId,
    QuotaValue: int('What the plan grants; -1 for no limit.'),
    ParentQuotaValue: int('What the package could give; -1 for no limit.'),
  },
  'A quota.',
);
