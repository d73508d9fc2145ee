import { operation } from '../../../src/operation/operation.js';
import { int, optional, string, struct } from '../../../src/operation/shape.js';
import { AUTHENTICATION, BASIC, SIBLINGS } from './reference.js';
import { password } from './user-params.js';
import { userInfo } from './user-shapes.js';

const login = struct({
  username: string('Login.'),
  password,
  ip: string('Address that the login comes from.'),
});

/** Proves that a password is set: no answer tells one that could be compared. A wrong one counts as a failed login. */
export const authenticateUser = operation({
  method: 'AuthenticateUser',
  service: AUTHENTICATION,
  group: 'authentication',
  description: 'Whether a password is that of an account. Suspended accounts may log in.',
  effect: 'read',
  checksCredentials: true,
  params: login,
  result: int('0 or more: it is; else a negative code.', {
    values: [
      { value: 0, meaning: 'login and password are right' },
      { value: -103, meaning: 'the account is pending' },
      { value: -105, meaning: 'the account is cancelled' },
      { value: -109, meaning: 'there is no such login' },
      { value: -110, meaning: 'the password is wrong' },
      { value: -114, meaning: 'the login is disabled; on siblings' },
      { value: -115, meaning: 'the login is locked; on siblings' },
      { value: -116, meaning: 'the one-time password has expired; on siblings' },
      { value: 100, meaning: 'right, by a one-time password; on siblings' },
      { value: 101, meaning: 'right, and a second factor is awaited; on newer siblings' },
    ],
    open: true,
  }),
  source: BASIC,
});

export const getUserByUsernamePassword = operation({
  method: 'GetUserByUsernamePassword',
  service: AUTHENTICATION,
  group: 'authentication',
  description: 'The account whose login and password these are; nothing where they are wrong.',
  effect: 'read',
  mayBeMissing: true,
  checksCredentials: true,
  params: login,
  result: optional(userInfo),
  source: SIBLINGS,
});
