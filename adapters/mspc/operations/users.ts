import { operation } from '../../../src/operation/operation.js';
import {
  array,
  boolean,
  dataSet,
  int,
  optional,
  rows,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { BASIC, SIBLINGS, USERS } from './reference.js';
import { userInfo, userPage, userRow } from './user-shapes.js';

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
  params: struct({ userId: int('Account.') }),
  result: optional(userInfo),
  source: BASIC,
});

export const getUserByUsername = operation({
  method: 'GetUserByUsername',
  service: USERS,
  group: 'users',
  description: 'One account by its login; nothing as in GetUserById.',
  effect: 'read',
  params: struct({ username: string('Login.') }),
  result: optional(userInfo),
  source: BASIC,
});

/** One account whose role or status the server has no name for makes the whole answer a fault. */
export const getUsers = operation({
  method: 'GetUsers',
  service: USERS,
  group: 'users',
  description: 'Accounts below one, without telephones and postal addresses.',
  effect: 'read',
  params: struct({
    ownerId: int('Account whose children are listed.'),
    recursive: boolean('Whether those below them are listed, too.'),
  }),
  result: rows(userInfo, 'Accounts.', { itemName: 'UserInfo' }),
  source: BASIC,
});

const page = dataSet({
  Table: array(struct({ Column1: int('How many rows all pages have.') }), 'One row with the total.'),
  Table1: rows(userRow, 'The page.'),
});

export const getUsersPaged = operation({
  method: 'GetUsersPaged',
  service: USERS,
  group: 'users',
  description: 'A page of the accounts right below one, peers aside.',
  effect: 'read',
  mayBeMissing: true,
  params: userPage,
  result: page,
  source: SIBLINGS,
});

export const getUsersPagedRecursive = operation({
  method: 'GetUsersPagedRecursive',
  service: USERS,
  group: 'users',
  description: 'A page of all accounts below one, peers aside.',
  effect: 'read',
  mayBeMissing: true,
  params: userPage,
  result: page,
  source: SIBLINGS,
});
