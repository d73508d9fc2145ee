import { int, optional, string, struct } from '../../../src/operation/shape.js';

const role = struct(
  {
    accountId: int('Account of that user; 0 is the only one it has.'),
    login: string('User whose rights the call is lowered to.'),
  },
  'Another identity, which only an administrator may take.',
  { typeName: 'Role' },
);

/**
 * Who calls: the first parameter of the actions, `at`. No operation names it, since no caller of the gateway gives
 * it.
 *
 * @see CloudBlue knowledge base, article 3341 (AuthToken and Role)
 */
export const authToken = struct(
  {
    accountId: int('Account that is loaded; 0 is the only one that the user has.'),
    login: string('Login of the user.'),
    password: string('Password of the user.', { secret: true }),
    role: optional(role),
  },
  'Login of the caller.',
  { typeName: 'AuthToken' },
);
