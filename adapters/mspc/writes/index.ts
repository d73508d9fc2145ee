import type { PanelWrites } from '../../../src/model/index.js';
import { accountWrites } from './accounts.js';
import type { WriteDeps } from './deps.js';
import { hostingPlanWrites } from './hosting-plans.js';
import { newAccountWrites } from './new-account.js';
import { packageAddonWrites } from './package-addons.js';
import { packageWrites } from './packages.js';
import { passwordWrites } from './password.js';

/** The mutations that MSPControl has calls for. */
export const createMspcWrites = (deps: WriteDeps): PanelWrites => ({
  ...newAccountWrites(deps),
  ...accountWrites(deps),
  ...passwordWrites(deps),
  ...packageWrites(deps),
  ...packageAddonWrites(deps),
  ...hostingPlanWrites(deps),
});
