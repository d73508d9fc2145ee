import { operation } from '../../../src/operation/operation.js';
import { array, int, key, string, struct } from '../../../src/operation/shape.js';
import { address, person, phone } from './contact-shapes.js';
import { reference } from './reference.js';

/**
 * Contact data and parent of an account. The answer does not repeat the account's id. The 2.8 reference types
 * `account_id` as a string; later pages and all known clients send an int: `accountIdWireType` decides.
 */
export const getAccountInfo = operation({
  method: 'pem.getAccountInfo',
  group: 'accounts',
  since: '2.4',
  description: 'Contact data and parent of an account.',
  effect: 'read',
  params: struct({ account_id: int('Account.') }),
  result: struct({
    account_type: string('Kind of account.', {
      values: [
        { value: 'A', meaning: 'provider' },
        { value: 'C', meaning: 'customer' },
        { value: 'R', meaning: 'reseller' },
      ],
    }),
    parent_account_id: int('Parent account.'),
    person,
    address,
    phone,
    fax: phone,
    email: string('Contact address.'),
  }),
  source: reference(34),
});

export const getAccountMemberByLogin = operation({
  method: 'pem.getAccountMemberByLogin',
  group: 'accounts',
  since: '2.7',
  description: 'Finds a staff member by login.',
  effect: 'read',
  missIsFailure: true,
  params: struct({ login: string('Login.') }),
  result: struct({ user_id: key(int('Member.')), account_id: key(int('Owning account.')) }),
  source: reference(35),
});

export const getAccountSubscriptions = operation({
  method: 'pem.getAccountSubscriptions',
  group: 'accounts',
  since: '2.4',
  description: 'Ids of the subscriptions of an account.',
  effect: 'read',
  params: struct({ account_id: int('Account.') }),
  result: array(key(int('Subscription.')), 'Subscriptions.'),
  source: reference(35),
});
