import type { Arguments } from './axis/arguments.js';
import type { User } from './records.js';
import { nullParameter, refusal } from './refusal.js';
import type { HsphereState } from './state.js';

/** On whose behalf an action runs, after the role has lowered it. */
export interface Identity {
  readonly user: User;
  /** The account that the token or its role loads; `undefined` if it names none and the user holds several. */
  readonly accountId: bigint | undefined;
}

/**
 * Checks the login and the password of a token.
 *
 * @throws {@link AxisFault} if they are wrong, with the same text whichever it is; a `NullPointerException` without
 *   text if there is no token
 */
export function authenticate(state: HsphereState, token: Arguments | null): User {
  if (token === null) throw nullParameter();
  const user = state.users.get(token.string('login') ?? '');
  if (user === undefined || user.password !== token.string('password')) {
    throw refusal('AuthenticationException', 'Login or password is wrong.');
  }
  return user;
}

/**
 * Applies the account and the role of a token whose password was right. Account 0 is the user's only account; a
 * role lowers the caller to another identity and needs an administrator.
 *
 * @throws {@link AxisFault} if an account is not the user's, the role is not the caller's to take, or the role's
 *   user holds several accounts and none is named
 */
export function identify(state: HsphereState, caller: User, token: Arguments): Identity {
  const own: Identity = { user: caller, accountId: accountOf(caller, token.int('accountId')) };
  const role = token.bean('role');
  if (role === null) return own;
  if (!caller.administrator) throw refusal('PermissionException', 'Only an administrator may take a role.');
  const user = state.users.get(role.string('login') ?? '');
  if (user === undefined)
    throw refusal('UserNotFoundException', 'There is no user with the login of the role.');
  const lowered: Identity = { user, accountId: accountOf(user, role.int('accountId')) };
  requireOneAccount(lowered);
  return lowered;
}

/** @throws {@link AxisFault} if the token leaves open which of several accounts it means */
export function requireOneAccount({ accountId }: Identity): void {
  if (accountId === undefined) {
    throw refusal('AmbiguousAccountException', 'The user has more than one account; name one.');
  }
}

function accountOf(user: User, stated: number): bigint | undefined {
  const { accountIds, customerAccountIds } = user;
  if (stated === 0) return accountIds.length === 1 ? accountIds[0] : undefined;
  const accountId = BigInt(stated);
  if (![...accountIds, ...customerAccountIds].includes(accountId)) {
    throw refusal('AccountNotFoundException', `The user has no account ${accountId}.`);
  }
  return accountId;
}
