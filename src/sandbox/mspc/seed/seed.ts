import type { Database } from '../records.js';
import { ADDONS, PACKAGES, SERVERS } from './seed-packages.js';
import { PLANS } from './seed-plans.js';
import { POISONED_USER_ID, USERS } from './seed-users.js';

/** The sandbox's accounts: a provider, its resellers, their customers, and what these have bought. */
export function seedDatabase({ poisonedAccount }: { readonly poisonedAccount: boolean }): Database {
  return {
    users: poisonedAccount ? USERS : USERS.filter(({ userId }) => userId !== POISONED_USER_ID),
    servers: SERVERS,
    plans: PLANS,
    packages: PACKAGES,
    addons: ADDONS,
  };
}
