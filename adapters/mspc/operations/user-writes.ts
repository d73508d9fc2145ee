import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { AUTHENTICATION, BASIC, USERS } from './reference.js';
import { getUserById } from './users.js';

const password = string('Password.', { secret: true });

const contact = {
  LastName: optional(string('Family name.')),
  Username: optional(string('Login; never changed by an update.')),
  Password: optional(password),
  FirstName: optional(string('Given name.')),
  Email: optional(string('Mail address.')),
  PrimaryPhone: optional(string('Telephone.')),
  Zip: optional(string('Postal code.')),
  Fax: optional(string('Fax.')),
  Country: optional(string('Country; panels write the ISO code.')),
  Address: optional(string('Street with house number.')),
  City: optional(string('City.')),
  State: optional(string('State or province.')),
  HtmlMail: optional(boolean('Whether letters come as HTML.')),
  CompanyName: optional(string('Company.')),
};

/** `Role` and `Status` say once more what the numbers say, and on input the later of two counts: both or neither. */
const newUser = struct({
  RoleId: int('Role: 1 administrator, 2 reseller, 3 user.'),
  Role: string('The same by its name.'),
  StatusId: int('Status: 1 active, 2 suspended, 3 cancelled, 4 pending.'),
  Status: string('The same by its name.'),
  OwnerId: int('Account above it.'),
  IsPeer: boolean('Whether it acts as a second login of its owner.'),
  IsDemo: boolean('Whether it may look and not change.'),
  Comments: optional(string('Remarks.')),
  ...contact,
});

/**
 * A whole account, to be written back: UpdateUser clears what is left out. What the graph does not change is not named
 * here and goes back as it came, but for the password, which older servers tell and no update changes.
 */
const userRecord = struct(
  {
    RoleId: optional(int('Role.')),
    Role: optional(string('Role by its name.')),
    UserId: key(int('Account.')),
    OwnerId: optional(int('Account above it.')),
    IsPeer: optional(boolean('Whether it acts as a second login of its owner.')),
    IsDemo: optional(boolean('Whether it may look and not change.')),
    Comments: optional(string('Remarks.')),
    ...contact,
  },
  'An account.',
  { open: true },
);

export const getUserRecord = operation({ ...getUserById, result: optional(userRecord) });

export const addUser = operation({
  method: 'AddUser',
  service: USERS,
  group: 'users',
  description: 'Makes an account and answers its number, or a negative code.',
  effect: 'write',
  params: struct({
    user: newUser,
    sendLetter: boolean('Whether the panel mails a letter of welcome.'),
    password: optional(password),
    notes: optional(array(string('Note.'), 'Notes; newer siblings have them.', { itemName: 'string' })),
  }),
  result: int('Number of the account, or a negative code.'),
  source: BASIC,
  notes: 'The vendor has the password in `user`; its siblings have it beside it, the newest with notes.',
});

export const updateUser = operation({
  method: 'UpdateUser',
  service: USERS,
  group: 'users',
  description: 'Replaces an account; 0 or a negative code.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  success: 'claimed',
  params: struct({ user: userRecord }),
  result: int('0, or a negative code.'),
  source: BASIC,
  notes: 'Where the caller may not, the answer is 0 and nothing changes.',
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
  params: struct({ userId: int('Account.') }),
  result: int('0, or a negative code.'),
  source: BASIC,
});

export const changeUserPassword = operation({
  method: 'ChangeUserPassword',
  service: USERS,
  group: 'users',
  description: 'Sets the password of an account.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  success: 'claimed',
  params: struct({ userId: int('Account.'), password }),
  result: int('0, or a negative code.'),
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
  params: struct({ userId: int('Account.'), status: string('Active, Suspended, Cancelled or Pending.') }),
  result: int('0, or a negative code.'),
  source: BASIC,
});

/** Proves that a password is set: no answer tells one that could be compared. A wrong one counts as a failed login. */
export const authenticateUser = operation({
  method: 'AuthenticateUser',
  service: AUTHENTICATION,
  group: 'authentication',
  description: 'Whether a password is that of an account.',
  effect: 'read',
  params: struct({
    username: string('Login.'),
    password,
    ip: string('Address that the login comes from.'),
  }),
  result: int('0 or more: it is; else a negative code.'),
  source: BASIC,
});
