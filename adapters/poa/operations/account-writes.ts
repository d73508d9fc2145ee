import { operation } from '../../../src/operation/operation.js';
import { int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { address, person, phone } from './contact-shapes.js';
import { ofAccount } from './owners.js';
import { reference } from './reference.js';

/** Makes no member: addAccountMember has to follow at once, else a later activateSubscription goes astray. */
export const addAccount = operation({
  method: 'pem.addAccount',
  group: 'accounts',
  since: '2.3',
  description: 'Creates an account of a customer or a reseller.',
  effect: 'write',
  params: struct(
    {
      account_id: optional(int('Its id; chosen by the panel when absent.')),
      account_type: optional(
        string('Kind of account.', {
          default: 'C',
          values: [
            { value: 'C', meaning: 'customer' },
            { value: 'R', meaning: 'reseller' },
          ],
        }),
      ),
      subscription_id: optional(int('Subscription of the owner whose resource for accounts is used up.')),
      parent_account_id: optional(int('Account above it; the provider when absent.')),
      branded_domain_name: optional(string('Domain of its brand; the first brand when absent.')),
      external_info: optional(
        struct(
          {
            system_id: string('External system.'),
            external_account_id: string('The account in that system.'),
          },
          'Where an external system keeps the data.',
        ),
      ),
      person: optional(person),
      address: optional(address),
      phone: optional(phone),
      fax: optional(phone),
      email: optional(string('Contact address.')),
      locale: optional(
        struct(
          {
            language_code: string('Language, two letters.'),
            country_code: string('Country, two letters, upper case.'),
            variant: string('Variant; may be empty.'),
          },
          'Language and country.',
        ),
      ),
    },
    'The account: its data, or where an external system keeps them.',
    {
      constraints: [
        {
          rule: 'exactlyOneSet',
          sets: [['external_info'], ['person', 'address', 'phone', 'fax?', 'email', 'locale?']],
        },
      ],
    },
  ),
  result: struct({ account_id: key(int('The new account.')) }),
  source: reference(27),
});

/**
 * Replaces the whole contact. Brackets are printed nowhere; what is optional is so in the methods beside it. Members
 * that later releases have are sent along as pem.getAccountInfo answered them.
 */
export const setAccountInfo = operation({
  method: 'pem.setAccountInfo',
  group: 'accounts',
  since: '2.3',
  description: 'Replaces the contact of an account.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Account', param: 'account_id' }],
  owner: ofAccount,
  params: struct(
    {
      account_id: int('Account.'),
      person: { ...person, open: true } as const,
      address: { ...address, open: true } as const,
      phone: { ...phone, open: true } as const,
      fax: optional({ ...phone, open: true } as const),
      email: string('Contact address.'),
    },
    'The account and its contact.',
    { open: true },
  ),
  result: null,
  source: reference(37),
  notes: 'Not for accounts whose data an external system keeps.',
});

const account = struct({ account_id: int('Account.') });

export const disableAccount = operation({
  method: 'pem.disableAccount',
  group: 'accounts',
  since: '2.3',
  description: 'Turns off all services of an account; its members can still log in.',
  effect: 'idempotentWrite',
  owner: ofAccount,
  params: account,
  result: null,
  source: reference(33),
});

export const enableAccount = operation({
  method: 'pem.enableAccount',
  group: 'accounts',
  since: '2.3',
  description: 'Turns on the services of a disabled account.',
  effect: 'idempotentWrite',
  owner: ofAccount,
  params: account,
  result: null,
  source: reference(33),
  notes: 'Services may not come back in the very state they had.',
});

export const removeAccount = operation({
  method: 'pem.removeAccount',
  group: 'accounts',
  since: '2.3.01',
  description: 'Removes an account with all its data.',
  effect: 'write',
  destructive: true,
  owner: ofAccount,
  params: account,
  result: null,
  source: reference(36),
  notes: 'The id stays taken and cannot be used again.',
});

export const promoteToReseller = operation({
  method: 'pem.promoteToReseller',
  group: 'accounts',
  since: '2.6.4',
  description: 'Makes a reseller of a customer.',
  effect: 'write',
  owner: ofAccount,
  params: account,
  result: null,
  source: reference(36),
});
