import { operation } from '../../../src/operation/operation.js';
import { boolean, dataSet, int, optional, rows, string, struct } from '../../../src/operation/shape.js';
import { ofAccount, ofOwner } from './owners.js';
import { BASIC, SIBLINGS, USERS } from './reference.js';
import { userInfo, userRow } from './user-shapes.js';

const userId = int('Account.');
const below = struct({
  ownerId: int('Account whose children are listed.'),
  recursive: boolean('Whether those below them are listed, too.'),
});

/** Knows the names of all accounts, also of those that the caller may not see. */
export const userExists = operation({
  method: 'UserExists',
  service: USERS,
  group: 'users',
  description: 'Whether an account of this name exists.',
  effect: 'read',
  params: struct({ username: string('Login.') }),
  result: boolean('Whether it does.'),
  source: BASIC,
});

export const getUserById = operation({
  method: 'GetUserById',
  service: USERS,
  group: 'users',
  description: 'One account; nothing for one that does not exist or that the caller may not see.',
  effect: 'read',
  shows: [{ type: 'Account', param: 'userId' }],
  params: struct({ userId }),
  result: optional(userInfo),
  owner: ofAccount,
  source: BASIC,
});

export const getUserByUsername = operation({
  method: 'GetUserByUsername',
  service: USERS,
  group: 'users',
  description: 'One account by its login, whatever its case; nothing as in GetUserById.',
  effect: 'read',
  shows: [{ type: 'Account' }],
  params: struct({ username: string('Login.') }),
  result: optional(userInfo),
  source: BASIC,
});

/** One account whose role or status the server has no name for makes the whole answer a fault. */
export const getUsers = operation({
  method: 'GetUsers',
  service: USERS,
  group: 'users',
  description: 'Accounts below one, peers aside, without telephones and postal addresses.',
  effect: 'read',
  shows: [{ type: 'Account' }],
  params: below,
  result: rows(userInfo, 'Accounts.', { itemName: 'UserInfo' }),
  owner: ofOwner,
  source: BASIC,
});

export const getRawUsers = operation({
  method: 'GetRawUsers',
  service: USERS,
  group: 'users',
  description: 'The accounts of GetUsers with the names of those above them, as rows.',
  effect: 'read',
  mayBeMissing: true,
  params: below,
  result: dataSet({ Table: rows(userRow, 'Accounts.') }),
  owner: ofOwner,
  source: SIBLINGS,
});

export const getUserPeers = operation({
  method: 'GetUserPeers',
  service: USERS,
  group: 'users',
  description: 'Second logins of an account, without telephones and postal addresses.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: rows(userInfo, 'Accounts.', { itemName: 'UserInfo' }),
  owner: ofAccount,
  source: SIBLINGS,
});

// Without an owner: it tells of the accounts above the one that is asked about.
export const getUserParents = operation({
  method: 'GetUserParents',
  service: USERS,
  group: 'users',
  description:
    'An account and those above it up to the caller’s own, the topmost first; a fault for one of others.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: rows(userInfo, 'Accounts, without telephones and postal addresses.', { itemName: 'UserInfo' }),
  source: SIBLINGS,
});
