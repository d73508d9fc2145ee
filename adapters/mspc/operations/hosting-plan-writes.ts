import { operation } from '../../../src/operation/operation.js';
import { int, struct } from '../../../src/operation/shape.js';
import { ofHostingPlan } from './owners.js';
import { packageResult } from './package-shapes.js';
import { addonPlan, plan } from './plan-params.js';
import { BASIC, PACKAGES } from './reference.js';

// Without owners but for the deletions: a plan may be sold from a package of anybody.

export const addHostingPlan = operation({
  method: 'AddHostingPlan',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Makes a plan and answers its number.',
  effect: 'write',
  changes: [{ type: 'HostingPlan' }],
  refusal: 'inconclusive',
  params: struct({ plan }),
  result: packageResult,
  source: BASIC,
});

export const updateHostingPlan = operation({
  method: 'UpdateHostingPlan',
  service: PACKAGES,
  group: 'hosting plans',
  description: 'Replaces a plan with its groups and quotas.',
  effect: 'idempotentWrite',
  changes: [{ type: 'HostingPlan' }, { type: 'Package' }],
  refusal: 'inconclusive',
  params: struct({ plan }),
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
  owner: ofHostingPlan,
  source: BASIC,
});

// The vendor documents methods of their own for addon plans; no sibling has them, and there the methods for plans do.
export const addHostingAddon = operation({
  ...addHostingPlan,
  method: 'AddHostingAddon',
  description: 'Makes an addon plan and answers its number.',
  mayBeMissing: true,
  params: struct({ plan: addonPlan }),
});
export const updateHostingAddon = operation({
  ...updateHostingPlan,
  method: 'UpdateHostingAddon',
  description: 'Replaces an addon plan with its groups and quotas.',
  mayBeMissing: true,
  params: struct({ plan: addonPlan }),
});
export const deleteHostingAddon = operation({
  ...deleteHostingPlan,
  method: 'DeleteHostingAddon',
  description: 'Removes an addon plan that nobody has bought.',
  mayBeMissing: true,
});
