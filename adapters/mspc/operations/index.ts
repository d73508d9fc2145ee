import type { AnyOperation } from '../../../src/operation/operation.js';
import * as authentication from './authentication.js';
import * as hostingPlanWrites from './hosting-plan-writes.js';
import * as hostingPlans from './hosting-plans.js';
import * as packageAddonWrites from './package-addon-writes.js';
import * as packageLists from './package-lists.js';
import * as packageQuotas from './package-quotas.js';
import * as packageWrites from './package-writes.js';
import * as packages from './packages.js';
import * as userPages from './user-pages.js';
import * as userWrites from './user-writes.js';
import * as users from './users.js';

export * from './authentication.js';
export * from './hosting-plan-writes.js';
export * from './hosting-plans.js';
export * from './package-addon-writes.js';
export * from './package-lists.js';
export * from './package-quotas.js';
export * from './package-writes.js';
export * from './packages.js';
export * from './records.js';
export * from './user-pages.js';
export * from './user-writes.js';
export * from './users.js';

/** Every method that is described, once and in full: what `records.ts` has besides are forms of some of them. */
export const mspcOperations: readonly AnyOperation[] = [
  authentication,
  users,
  userPages,
  userWrites,
  packages,
  packageLists,
  packageQuotas,
  packageWrites,
  packageAddonWrites,
  hostingPlans,
  hostingPlanWrites,
].flatMap((group) => Object.values<AnyOperation>(group));
