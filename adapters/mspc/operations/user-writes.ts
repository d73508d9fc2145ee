import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, optional, string, struct } from '../../../src/operation/shape.js';
import { ofAccount } from './owners.js';
import { BASIC, USERS } from './reference.js';
import { changedUser, newUser, password } from './user-params.js';
import { newUserStatus } from './words.js';

const userId = int('Account.');
const outcome = int('0, or a negative code.');

// Without an owner: whoever may name any role makes an administrator of the platform.
export const addUser = operation({
  method: 'AddUser',
  service: USERS,
  group: 'users',
  description: 'Makes an account and answers its number, or a negative code.',
  effect: 'write',
  changes: [{ type: 'Account' }],
  params: struct(
    {
      user: newUser,
      sendLetter: boolean('Whether the panel mails a letter of welcome.'),
      password: optional(password),
      notes: optional(array(string('Note.'), 'Notes; newer siblings have them.', { itemName: 'string' })),
    },
    '',
    { constraints: [{ rule: 'atLeastOneOf', members: ['user.Password', 'password'] }] },
  ),
  result: int('Number of the account, or a negative code.'),
  source: BASIC,
  notes:
    'The vendor has the password in `user`; its siblings have it beside it, the newest with notes. Sent in both places it is found by each.',
});

// Without an owner, as AddUser.
export const updateUser = operation({
  method: 'UpdateUser',
  service: USERS,
  group: 'users',
  description: 'Replaces an account; 0 or a negative code.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Account' }],
  refusal: 'inconclusive',
  success: 'claimed',
  params: struct({ user: changedUser }),
  result: outcome,
  source: BASIC,
  notes: 'What is left out is cleared. Where the caller may not, the answer is 0 and nothing changes.',
});

export const deleteUser = operation({
  method: 'DeleteUser',
  service: USERS,
  group: 'users',
  description: 'Removes an account with its packages; goes on after the answer.',
  effect: 'write',
  refusal: 'inconclusive',
  success: 'claimed',
  destructive: true,
  params: struct({ userId }),
  result: outcome,
  owner: ofAccount,
  source: BASIC,
});

export const changeUserPassword = operation({
  method: 'ChangeUserPassword',
  service: USERS,
  group: 'users',
  description: 'Sets the password of an account.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Account', param: 'userId' }],
  refusal: 'inconclusive',
  success: 'claimed',
  params: struct({ userId, password }),
  result: outcome,
  owner: ofAccount,
  source: BASIC,
});

export const changeUserStatus = operation({
  method: 'ChangeUserStatus',
  service: USERS,
  group: 'users',
  description: 'Puts an account, its peers, all accounts below and all their packages in another state.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  success: 'claimed',
  params: struct({ userId, status: newUserStatus.name }),
  result: outcome,
  owner: ofAccount,
  source: BASIC,
  notes: 'The vendor numbers the states; they travel by their names.',
});
