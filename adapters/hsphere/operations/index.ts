import type { AnyOperation } from '../../../src/operation/operation.js';
import * as accounts from './accounts.js';
import * as billing from './billing.js';
import * as lookups from './lookups.js';
import { signupUser } from './signup.js';

export * from './accounts.js';
export * from './accounts-of-user.js';
export * from './billing.js';
export * from './lookups.js';
export * from './signup.js';

/** Every action that is described, once and in full. */
export const hsphereOperations: readonly AnyOperation[] = [
  signupUser,
  ...[accounts, billing, lookups].flatMap((group) => Object.values<AnyOperation>(group)),
];
