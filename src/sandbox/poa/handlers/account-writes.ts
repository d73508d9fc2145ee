import { address, NO_PHONE, person, phone } from '../contact-parameters.js';
import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { int, optional, string, structOf } from '../parameters.js';
import type { Account } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { removeDomain } from './new-domain.js';
import { removeSubscription } from './removal.js';

/** Where the contact of an account lies in an external system, none of it is known here. */
const ELSEWHERE = {
  person: { first_name: '', last_name: '' },
  address: { street_name: '', zipcode: '', city: '', country: '', state: '' },
  phone: NO_PHONE,
  email: '',
};

/** @see POA Public API Reference 2.8, "Accounts Management" */
export const accountWriteMethods: MethodTable = {
  'pem.addAccount': write(
    {
      account_id: optional(int),
      account_type: optional(string),
      subscription_id: optional(int),
      parent_account_id: optional(int),
      branded_domain_name: optional(string),
      external_info: optional(structOf({ system_id: string, external_account_id: string })),
      person: optional(person),
      address: optional(address),
      phone: optional(phone),
      fax: optional(phone),
      email: optional(string),
      locale: optional(structOf({ language_code: string, country_code: string, variant: string })),
    },
    (data, { account_type: type = 'C', parent_account_id: parentId = 1, ...given }) => {
      if (type !== 'C' && type !== 'R') throw Refusal.invalidArguments('account_type is C or R');
      const parent = accountOf(data, parentId);
      if (parent.type === 'C') throw Refusal.invalidArguments(`Account ${parentId} is a customer's`);
      if (given.subscription_id !== undefined) {
        found(data.subscriptions.get(given.subscription_id), 'Subscription', given.subscription_id);
        throw Refusal.overLimit(`Subscription ${given.subscription_id} has no resource for accounts`);
      }
      const id = newAccountId(data, given.account_id);
      const { external_info: externalInfo, fax = NO_PHONE, locale } = given;
      const own = { person: given.person, address: given.address, phone: given.phone, email: given.email };
      const parts = Object.values(own).filter((part) => part !== undefined).length;
      const isElsewhere = externalInfo !== undefined && parts === 0 && locale === undefined;
      if (!isElsewhere && (parts < 4 || externalInfo !== undefined)) {
        throw Refusal.invalidArguments(
          'Either external_info or person, address, phone and email are expected',
        );
      }
      data.accounts.put({ ...ELSEWHERE, ...defined(own), fax, id, type, parentId });
      return { account_id: id };
    },
  ),

  'pem.setAccountInfo': write(
    { account_id: int, person, address, phone, fax: optional(phone), email: string },
    (data, { account_id, fax = NO_PHONE, ...contact }) => {
      data.accounts.put({ ...accountOf(data, account_id), ...contact, fax });
    },
  ),

  'pem.disableAccount': setDisabled(true),
  'pem.enableAccount': setDisabled(false),

  'pem.promoteToReseller': write({ account_id: int }, (data, { account_id }) => {
    const account = accountOf(data, account_id);
    if (account.type !== 'C') throw Refusal.wrongState(`Account ${account_id} is not a customer's`);
    data.accounts.put({ ...account, type: 'R' });
  }),

  'pem.removeAccount': write({ account_id: int }, (data, { account_id }) => {
    const account = accountOf(data, account_id);
    if (account.type === 'A') throw Refusal.invalidArguments('The provider cannot be removed');
    if (data.accounts.find((row) => row.parentId === account_id) !== undefined) {
      throw Refusal.hasChildren(`Account ${account_id} has accounts below it`);
    }
    for (const { id } of data.members.filter((row) => row.accountId === account_id)) data.members.remove(id);
    for (const row of data.subscriptions.filter(({ ownerId }) => ownerId === account_id)) {
      removeSubscription(data, row);
    }
    for (const domain of data.domains.filter(({ ownerId }) => ownerId === account_id)) {
      removeDomain(data, domain);
    }
    data.accounts.remove(account_id);
    data.removedAccounts.put({ id: account_id });
  }),
};

function setDisabled(disabled: boolean) {
  return write({ account_id: int }, (data, { account_id }) => {
    data.accounts.put({ ...accountOf(data, account_id), disabled });
  });
}

export function accountOf(data: Data, id: number): Account {
  return found(data.accounts.get(id), 'Account', id);
}

/** Numbers of removed accounts stay taken. */
function newAccountId(data: Data, chosen: number | undefined): number {
  if (chosen === undefined) return data.nextId('accounts');
  if (chosen < 1) throw Refusal.invalidArguments('account_id is not positive');
  if (data.accounts.get(chosen) !== undefined || data.removedAccounts.get(chosen) !== undefined) {
    throw Refusal.exists('Account', chosen);
  }
  return data.takeId('accounts', chosen);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(members: T): Defined<T> {
  const pairs = Object.entries(members).filter(([, value]) => value !== undefined);
  // What is left are members of T.
  return Object.fromEntries(pairs) as Defined<T>;
}
