import { isPasswordOf } from '../basic-auth.js';
import { CODE, STATUS } from '../codes.js';
import { type CallContext, method } from '../method.js';
import type { UserRecord } from '../records.js';
import { toUserInfo, userInfo } from '../types/user-info.js';
import { int, text } from '../xml/scalars.js';

const LOGIN_STATUS = { disabled: 1, lockedOut: 2 } as const;

/** 0, or why the login fails. A suspended account may log in. */
function checkLogin(user: UserRecord | undefined, password: string | null): number {
  if (user === undefined) return CODE.wrongUsername;
  if (user.loginStatusId === LOGIN_STATUS.disabled) return CODE.accountDisabled;
  if (user.loginStatusId === LOGIN_STATUS.lockedOut) return CODE.accountLockedOut;
  if (!isPasswordOf(user, password)) return CODE.wrongPassword;
  if (user.statusId === STATUS.cancelled) return CODE.accountCancelled;
  return user.statusId === STATUS.pending ? CODE.accountPending : 0;
}

const LOGIN = { username: text, password: text, ip: text };

/** esAuthentication.asmx, open to everybody. */
export const authenticationMethods = {
  AuthenticateUser: method(LOGIN, int, ({ state }: CallContext, { username, password }) =>
    checkLogin(state.userNamed(username ?? ''), password),
  ),

  GetUserByUsernamePassword: method(LOGIN, userInfo, ({ state, settings }: CallContext, login) => {
    const user = state.userNamed(login.username ?? '');
    if (user === undefined || checkLogin(user, login.password) !== 0) return null;
    return toUserInfo(user, settings.showPasswords);
  }),
};
