import type { PanelWrites } from '../../../src/model/index.js';
import type { HsphereSettings } from '../config.js';
import { accountWrites } from './accounts.js';
import { billingWrites } from './billing.js';
import { unreadSender } from './send-unread.js';
import { signupWrites } from './signup.js';

/** The mutations that H-Sphere has calls for. */
export function createHsphereWrites(backend: string, settings: HsphereSettings): PanelWrites {
  const sendUnread = unreadSender(settings);
  return {
    ...accountWrites(backend, sendUnread),
    ...billingWrites(backend, sendUnread),
    ...signupWrites(backend, settings),
  };
}
