import { operation } from '../../../src/operation/operation.js';
import { int, struct } from '../../../src/operation/shape.js';
import { ofAccount } from './owners.js';
import { filterMembers, pageMembers, pageOf } from './paging.js';
import { SIBLINGS, USERS } from './reference.js';
import { userRow } from './user-shapes.js';

const params = struct({
  userId: int('Account whose children are listed.'),
  ...filterMembers,
  statusId: int('Status; 0 for any.'),
  roleId: int('Role; 0 for any.'),
  ...pageMembers(0),
});
const result = pageOf(userRow);

export const getUsersPaged = operation({
  method: 'GetUsersPaged',
  service: USERS,
  group: 'users',
  description: 'A page of the accounts right below one, peers aside; none for one of others.',
  effect: 'read',
  shows: [{ type: 'Account' }],
  mayBeMissing: true,
  params,
  result,
  owner: ofAccount,
  source: SIBLINGS,
});

export const getUsersPagedRecursive = operation({
  method: 'GetUsersPagedRecursive',
  service: USERS,
  group: 'users',
  description: 'A page of all accounts below one, peers aside; none for one of others.',
  effect: 'read',
  shows: [{ type: 'Account' }],
  mayBeMissing: true,
  params,
  result,
  owner: ofAccount,
  source: SIBLINGS,
});
