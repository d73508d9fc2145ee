import { operation } from '../../../src/operation/operation.js';
import { boolean, int64, optional, string, struct } from '../../../src/operation/shape.js';
import { ADMIN_SERVICES, JAVADOC } from './reference.js';

const signupId = int64('Signup, as signupUser answered it.');

export const checkUser = operation({
  method: 'checkUser',
  group: 'lookups',
  description: 'Whether a login is taken.',
  effect: 'read',
  params: struct({ login: string('Login.') }),
  result: boolean('Whether somebody has it.'),
  source: JAVADOC,
});

/** The answer is a string that holds a number. */
export const searchAccIdBySignupId = operation({
  method: 'searchAccIdBySignupId',
  group: 'lookups',
  since: '2.5',
  description: 'The account that a signup led to.',
  effect: 'read',
  params: struct({ signupId }),
  result: optional(int64('Account.')),
  source: ADMIN_SERVICES,
  notes: 'What it answers for an unknown signup is not documented.',
});

/** The answer is a string that holds a number. */
export const searchUserIdBySignupId = operation({
  method: 'searchUserIdBySignupId',
  group: 'lookups',
  since: '2.5',
  description: 'The user that a signup led to.',
  effect: 'read',
  params: struct({ signupId }),
  result: optional(int64('User.')),
  source: ADMIN_SERVICES,
  notes: 'What it answers for an unknown signup is not documented.',
});
