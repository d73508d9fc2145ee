import { operation } from '../../../src/operation/operation.js';
import { any, boolean, int, optional, string, struct } from '../../../src/operation/shape.js';
import { ofAccount } from './owners.js';
import { reference } from './reference.js';

/** It judges a password that is about to be set; one that does not pass is told as a failure. */
export const checkPassword = operation({
  method: 'pem.checkPassword',
  group: 'accounts',
  since: '2.4',
  description: 'Checks whether a password is good enough for an account.',
  effect: 'read',
  checksCredentials: true,
  missIsFailure: true,
  owner: ofAccount,
  params: struct({
    account_id: int('Account.'),
    password: string('Password.', { secret: true }),
    name: optional(string('Name that the password must not contain.')),
    disabled_chars: optional(string('Characters that the password must not contain.')),
  }),
  result: null,
  source: reference(32),
});

export const setAccountAuthData = operation({
  method: 'pem.setAccountAuthData',
  group: 'accounts',
  since: '2.3',
  description: 'Sets the password of a staff member, found by id or by login.',
  effect: 'idempotentWrite',
  params: struct({
    auth: struct(
      {
        member_id: optional(int('Member.')),
        login: optional(string('Login of the member.')),
        password: string('Password.', { secret: true }),
        check_password: optional(boolean('Check the password by the provider’s rules.')),
      },
      'The member, by number or by login, and the password.',
      { constraints: [{ rule: 'atLeastOneOf', members: ['member_id', 'login'] }] },
    ),
  }),
  result: null,
  source: reference(37),
  notes: 'Not for accounts whose data an external system keeps.',
});

/** The account bounds where a value holds. What a property means, and which there are, no document tells. */
export const setSystemProperty = operation({
  method: 'pem.setSystemProperty',
  group: 'accounts',
  since: '2.6.3',
  description: 'Sets a property of the system, within the scope of an account.',
  effect: 'idempotentWrite',
  owner: ofAccount,
  params: struct(
    {
      account_id: int('Account that the value holds for.'),
      name: string('Property.'),
      bool_value: optional(boolean('Its value, for a property that is a boolean.')),
      str_value: optional(string('Its value, for a property that is a string.')),
      num_value: optional(int('Its value, for a property that is a number.')),
      enum_value: optional(string('Its value, for a property that is one of several.')),
    },
    'The property, and its value in the type that it has.',
    {
      constraints: [
        { rule: 'exactlyOneOf', members: ['bool_value', 'str_value', 'num_value', 'enum_value'] },
      ],
    },
  ),
  result: null,
  source: reference(42),
  notes: 'The control panel shows the new value only once it has read its cache anew.',
});

/** Has a page of its own, which prints no parameters. */
export const updateAccountAndAccountMember = operation({
  method: 'pem.updateAccountAndAccountMember',
  group: 'accounts',
  since: '2.3',
  deprecated: 'Use pem.setAccountInfo, pem.setMemberInfo and pem.setMemberPassword.',
  description: 'Changed an account and its member at once; no longer supported.',
  effect: 'write',
  success: 'claimed',
  mayBeMissing: true,
  params: struct({}, 'No document tells them; members are sent as they are given.', { open: true }),
  result: optional(any('No document tells it.')),
  source: reference(43),
});
