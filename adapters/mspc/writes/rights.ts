import type { Call } from '../../../src/operation/operation.js';
import { accountByLogin } from '../account-by-login.js';
import type { WriteDeps } from './deps.js';

export interface Target {
  readonly UserId: number;
  readonly OwnerId: number | null;
  readonly IsPeer: boolean | null;
}

/**
 * Whether the gateway's own account may change one that it can see. The panel refuses this without a word, so that only
 * its rule tells: everybody below, but not the account above; a peer acts for its owner, yet touches neither that nor
 * its fellow peers.
 *
 * @see WebsitePanel, CanUpdateUserDetails
 */
export async function mayChange(
  { backend, settings }: WriteDeps,
  read: Call,
  target: Target,
): Promise<boolean> {
  const own = await accountByLogin(backend, read, settings.username);
  if (own === null) return false;
  if (own.UserId === target.UserId) return true;
  if (own.IsPeer !== true) return target.UserId !== own.OwnerId;
  return target.UserId !== own.OwnerId && !(target.IsPeer === true && target.OwnerId === own.OwnerId);
}
