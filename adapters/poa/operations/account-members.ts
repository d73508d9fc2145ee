import { operation } from '../../../src/operation/operation.js';
import { boolean, int, optional, string, struct } from '../../../src/operation/shape.js';
import { address, memberPerson, person, phone } from './contact-shapes.js';
import { reference } from './reference.js';

const password = string('Password.', { secret: true });
const checkPassword = optional(boolean('Check the password by the provider’s rules.'));

export const addAccountMember = operation({
  method: 'pem.addAccountMember',
  group: 'accounts',
  since: '2.3',
  description: 'Creates a staff member of an account.',
  effect: 'write',
  changes: [{ type: 'Account' }],
  params: struct(
    {
      account_id: int('Account.'),
      subscription_id: optional(int('Subscription whose resource for users is used up.')),
      user_id: optional(int('Its id; chosen by the panel when absent.')),
      login: optional(string('Login, where an external system keeps the passwords.')),
      auth: optional(
        struct({ login: string('Login.'), password, check_password: checkPassword }, 'Login and password.'),
      ),
      person: optional(memberPerson),
      address: optional(address),
      phone: optional(phone),
      fax: optional(phone),
      email: optional(string('Mail address.')),
    },
    'The member: its data, or the login that an external system knows.',
    {
      constraints: [
        { rule: 'exactlyOneSet', sets: [['login'], ['auth', 'person', 'address', 'phone', 'fax?', 'email']] },
      ],
    },
  ),
  result: struct({
    user_id: int('The new member. Later releases are said to answer another number here.', {
      since: '2.5 hotfix 12',
    }),
  }),
  source: reference(30),
});

/** Replaces the whole contact: no call reads it, so nothing can be kept. */
export const setMemberInfo = operation({
  method: 'pem.setMemberInfo',
  group: 'accounts',
  since: '2.6.2',
  description: 'Replaces the contact of a staff member.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Account' }],
  params: struct({
    login: string('Login of the member.'),
    person,
    address,
    phone,
    fax: optional(phone),
    email: string('Mail address.'),
  }),
  result: null,
  source: reference(40),
});

export const setMemberPassword = operation({
  method: 'pem.setMemberPassword',
  group: 'accounts',
  since: '2.6.2',
  description: 'Sets the password of a staff member.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Account' }],
  params: struct({ login: string('Login of the member.'), password, check_password: checkPassword }),
  result: null,
  source: reference(42),
});

export const removeAccountMember = operation({
  method: 'pem.removeAccountMember',
  group: 'accounts',
  since: '2.3.01',
  description: 'Removes a staff member.',
  effect: 'write',
  changes: [{ type: 'Account' }],
  destructive: true,
  params: struct({ user_id: int('Member.') }),
  result: null,
  source: reference(36),
});
