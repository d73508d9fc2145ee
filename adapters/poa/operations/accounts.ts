import { operation } from '../../../src/operation/operation.js';
import { array, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { address, person, phone } from './contact-shapes.js';
import { ofAccount } from './owners.js';
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
  shows: [{ type: 'Account', param: 'account_id' }],
  owner: ofAccount,
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
    note: optional(string('Note.', { since: 'releases after 2.8' })),
    brand: optional(
      struct(
        {
          brand_id: int('Brand.'),
          domain_name: string('Domain that the brand is on.'),
          name: string('Name.'),
        },
        'Brand of the account.',
        { since: 'releases after 2.8' },
      ),
    ),
  }),
  source: reference(34),
});

export const getAccountMemberByLogin = operation({
  method: 'pem.getAccountMemberByLogin',
  group: 'accounts',
  since: '2.7',
  description: 'Finds a staff member by login.',
  effect: 'read',
  shows: [{ type: 'Account' }],
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
  shows: [{ type: 'Subscription' }],
  owner: ofAccount,
  params: struct({ account_id: int('Account.') }),
  result: array(key(int('Subscription.')), 'Subscriptions.'),
  source: reference(35),
});
