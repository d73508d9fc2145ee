import type { PanelWrites } from '../../../src/model/index.js';
import type { HsphereSettings } from '../config.js';
import { accountWrites } from './accounts.js';
import { billingWrites } from './billing.js';
import { signupWrites } from './signup.js';

/** The mutations that H-Sphere has calls for. */
export const createHsphereWrites = (backend: string, settings: HsphereSettings): PanelWrites => ({
  ...accountWrites(backend, settings),
  ...billingWrites(backend, settings),
  ...signupWrites(backend, settings),
});
