import { array, boolean, decimal, int, optional, string, struct } from '../../../src/operation/shape.js';

const group = struct(
  {
    GroupId: int('Resource group.'),
    Enabled: boolean('Whether it is part of the plan; siblings take a group that is listed for one that is.'),
    CalculateDiskSpace: optional(boolean('Whether its disk space counts.', { default: false })),
    CalculateBandwidth: optional(boolean('Whether its traffic counts.', { default: false })),
  },
  'A resource group.',
);
const quota = struct({ QuotaId: int('Quota.'), QuotaValue: int('Value; -1 for no limit.') }, 'A quota.');

export const groupsParam = array(group, 'Resource groups that are to be on.', {
  itemName: 'HostingPlanGroupInfo',
});
export const quotasParam = array(quota, 'Quotas of these groups.', { itemName: 'HostingPlanQuotaInfo' });

const planMembers = (isAddon: string) => ({
  PlanId: int('Plan; for a new one any number, as the panel chooses one.'),
  PackageId: optional(int('Package that it is sold from; 0 for the root.', { default: 0 })),
  PlanName: string('Name, at most 200 characters.'),
  PlanDescription: string('What it offers.'),
  Available: optional(boolean('Whether it can be bought.', { default: false })),
  ServerId: optional(int('Server that packages live on; 0 for that of `PackageId`.', { default: 0 })),
  IsAddon: boolean(isAddon),
  SetupPrice: optional(decimal('Price of the setup.', { default: '0' })),
  RecurringPrice: optional(decimal('Price of each period.', { default: '0' })),
  RecurrenceUnit: optional(int('Unit of the period.', { default: 0 })),
  RecurrenceLength: optional(int('Units in a period.', { default: 0 })),
  // An update without one of them wipes both.
  Groups: groupsParam,
  Quotas: quotasParam,
  UserId: int('Account that sells it.'),
});

/** A plan as it is to be. `UserId` and `IsAddon` never change after it was made. */
export const plan = struct(planMembers('Must be false.'), 'A plan.');
/** An addon plan as it is to be. The server drops its `ServerId`. */
export const addonPlan = struct(planMembers('Must be true.'), 'An addon plan.');
