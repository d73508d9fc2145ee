import { operation } from '../../../src/operation/operation.js';
import { array, boolean, decimal, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { updateHostingAddon, updateHostingPlan } from './hosting-plan-writes.js';
import { getHostingPlan, getHostingPlanContext } from './hosting-plans.js';
import { updatePackageAddon } from './package-addon-writes.js';
import { quotaValueInfo } from './package-shapes.js';
import { updatePackage } from './package-writes.js';
import { getPackage, getPackageAddon } from './packages.js';
import { quotasParam } from './plan-params.js';
import { updateUser } from './user-writes.js';
import { getUserById } from './users.js';

/*
 * Methods once more, for records that are read, changed in part and written back whole, since an update clears what is
 * left out. The methods themselves are described in full in the other files. Here a record names what changes look at;
 * all else, members of later servers among it, goes back as it came, word for word.
 */

const open = { open: true } as const;

/** Of the password nothing goes back: older servers tell it, and no update changes it. */
const userRecord = struct(
  {
    RoleId: optional(int('Role.')),
    Role: optional(string('Role by its name.')),
    UserId: key(int('Account.')),
    OwnerId: optional(int('Account above it.')),
    IsPeer: optional(boolean('Whether it acts as a second login of its owner.')),
    IsDemo: optional(boolean('Whether it may look and not change.')),
    Comments: optional(string('Remarks.')),
    LastName: optional(string('Family name.')),
    Username: optional(string('Login.')),
    Password: optional(string('Password.', { secret: true })),
    FirstName: optional(string('Given name.')),
    Email: optional(string('Mail address.')),
    PrimaryPhone: optional(string('Telephone.')),
    Zip: optional(string('Postal code.')),
    Fax: optional(string('Fax.')),
    Country: optional(string('Country.')),
    Address: optional(string('Street with house number.')),
    City: optional(string('City.')),
    State: optional(string('State or province.')),
    HtmlMail: optional(boolean('Whether letters come as HTML.')),
    CompanyName: optional(string('Company.')),
  },
  'An account.',
  open,
);
export const getUserRecord = operation({ ...getUserById, result: optional(userRecord) });
export const updateUserRecord = operation({ ...updateUser, params: struct({ user: userRecord }) });

/** `PurchaseDate` is a text, since what a server writes it must get back as it was, zone or not. */
const packageRecord = struct(
  {
    PackageId: key(int('Package.')),
    UserId: optional(int('Account that has it.')),
    StatusId: optional(int('Status.')),
    PlanId: optional(int('Plan it was bought by.')),
    PurchaseDate: optional(string('When it was bought.')),
    PackageName: optional(string('Name.')),
    PackageComments: optional(string('Remarks.')),
  },
  'A package.',
  open,
);
export const getPackageRecord = operation({ ...getPackage, result: optional(packageRecord) });
export const updatePackageRecord = operation({
  ...updatePackage,
  params: struct({ package: packageRecord }),
});

const addonRecord = struct(
  {
    PackageAddonId: key(int('Addon of a package.')),
    PackageId: optional(int('Package.')),
    PlanId: optional(int('Addon plan it was bought by.')),
    Quantity: optional(int('How many times it was bought.')),
    PurchaseDate: optional(string('When it was bought.')),
    Comments: optional(string('Remarks.')),
    StatusId: optional(int('Status.')),
  },
  'An addon of a package.',
  open,
);
export const getAddonRecord = operation({ ...getPackageAddon, result: optional(addonRecord) });
export const updateAddonRecord = operation({ ...updatePackageAddon, params: struct({ addon: addonRecord }) });

/** A group of a plan; one that is listed is on, whatever `Enabled` says. */
const groupRecords = array(
  struct(
    {
      GroupId: key(int('Resource group.')),
      Enabled: optional(boolean('Whether it is part of the plan.')),
      CalculateDiskSpace: optional(boolean('Whether its disk space counts.')),
      CalculateBandwidth: optional(boolean('Whether its traffic counts.')),
    },
    'A resource group.',
    open,
  ),
  'Resource groups that are on.',
  { itemName: 'HostingPlanGroupInfo' },
);
const planRecord = struct(
  {
    PlanId: key(int('Plan.')),
    PackageId: optional(int('Package that it is sold from.')),
    PlanName: optional(string('Name.')),
    PlanDescription: optional(string('What it offers.')),
    Available: optional(boolean('Whether it can be bought.')),
    ServerId: optional(int('Server that packages live on.')),
    IsAddon: optional(boolean('Whether it is bought on top of a package.')),
    SetupPrice: optional(decimal('Price of the setup.')),
    RecurringPrice: optional(decimal('Price of each period.')),
    RecurrenceUnit: optional(int('Unit of the period.')),
    RecurrenceLength: optional(int('Units in a period.')),
    // Never filled on a read, and both wiped when one of them is left out of an update.
    Groups: optional(groupRecords),
    Quotas: optional(quotasParam),
    UserId: optional(int('Account that sells it.')),
  },
  'A plan.',
  open,
);
export const getHostingPlanRecord = operation({ ...getHostingPlan, result: optional(planRecord) });
export const updateHostingPlanRecord = operation({
  ...updateHostingPlan,
  params: struct({ plan: planRecord }),
});
export const updateHostingAddonRecord = operation({
  ...updateHostingAddon,
  params: struct({ plan: planRecord }),
});

/** What a plan consists of. Not row by row: a quota that cannot be read must not be lost. */
export const getHostingPlanContents = operation({
  ...getHostingPlanContext,
  result: optional(
    struct({
      GroupsArray: optional(groupRecords),
      QuotasArray: optional(array(quotaValueInfo, 'Quotas of these groups.', { itemName: 'QuotaValueInfo' })),
    }),
  ),
});
