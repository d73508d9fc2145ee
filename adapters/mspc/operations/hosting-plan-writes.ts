import { operation } from '../../../src/operation/operation.js';
import { array, boolean, decimal, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { getHostingPlan, getHostingPlanContext } from './hosting-plans.js';
import { wholeQuotas } from './package-shapes.js';
import { packageResult } from './package-write-shapes.js';
import { BASIC, PACKAGES } from './reference.js';

/** A group of a plan; listed is on, whatever `Enabled` says. What is not named goes back as it came. */
const planGroup = struct(
  {
    GroupId: key(int('Resource group.')),
    Enabled: optional(boolean('Whether it is part of the plan.')),
    CalculateDiskSpace: optional(boolean('Whether its disk space counts.')),
    CalculateBandwidth: optional(boolean('Whether its traffic counts.')),
  },
  '',
  { open: true },
);
const planGroups = array(planGroup, 'Resource groups that are on.', { itemName: 'HostingPlanGroupInfo' });
const planQuotas = array(
  struct({ QuotaId: key(int('Quota.')), QuotaValue: int('Value; -1 for no limit.') }),
  'Quotas.',
  { itemName: 'HostingPlanQuotaInfo' },
);

const own = {
  PlanId: key(int('Plan.')),
  PackageId: optional(int('Package that it is sold from; 0 for none.')),
  PlanName: optional(string('Name.')),
  PlanDescription: optional(string('What it offers.')),
  Available: optional(boolean('Whether it can be bought.')),
  ServerId: optional(int('Server that packages live on; 0 for that of the package.')),
  IsAddon: optional(boolean('Whether it is bought on top of a package.')),
  SetupPrice: optional(decimal('Price of the setup.')),
  RecurringPrice: optional(decimal('Price of each period.')),
  RecurrenceUnit: optional(int('Unit of the period.')),
  RecurrenceLength: optional(int('Units in a period.')),
  // Never filled on a read, and both wiped when one of them is left out of an update.
  Groups: optional(planGroups),
  Quotas: optional(planQuotas),
  UserId: optional(int('Account that sells it.')),
};

/** A whole plan, to be written back. */
const planRecord = struct(own, 'A plan.', { open: true });

export const getHostingPlanRecord = operation({ ...getHostingPlan, result: optional(planRecord) });

/** What a plan consists of, to be written back. */
export const getHostingPlanContents = operation({
  ...getHostingPlanContext,
  result: optional(struct({ GroupsArray: optional(planGroups), QuotasArray: optional(wholeQuotas) })),
});

const params = struct({ plan: planRecord });

export const addHostingPlan = operation({
  method: 'AddHostingPlan',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Makes a plan and answers its number.',
  effect: 'write',
  refusal: 'inconclusive',
  params,
  result: packageResult,
  source: BASIC,
});

export const updateHostingPlan = operation({
  method: 'UpdateHostingPlan',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Replaces a plan with its groups and quotas.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params,
  result: packageResult,
  source: BASIC,
  notes: 'When quotas are refused, groups and quotas stay as they were; the other members are changed.',
});

export const deleteHostingPlan = operation({
  method: 'DeleteHostingPlan',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Removes a plan that nobody has bought.',
  effect: 'write',
  refusal: 'inconclusive',
  destructive: true,
  params: struct({ planId: int('Plan.') }),
  result: packageResult,
  source: BASIC,
});

// The vendor documents methods of their own for addon plans; no sibling has them, and there the methods for plans do.
export const addHostingAddon = operation({
  ...addHostingPlan,
  method: 'AddHostingAddon',
  mayBeMissing: true,
});
export const updateHostingAddon = operation({
  ...updateHostingPlan,
  method: 'UpdateHostingAddon',
  mayBeMissing: true,
});
export const deleteHostingAddon = operation({
  ...deleteHostingPlan,
  method: 'DeleteHostingAddon',
  mayBeMissing: true,
});
