import { address, memberPerson, person, phone } from '../contact-parameters.js';
import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { boolean, int, optional, string, structOf } from '../parameters.js';
import { findPasswordFlaw } from '../password-rules.js';
import type { Member } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { RESOURCE } from '../seed/catalogue.js';
import { accountOf } from './account-writes.js';

/** Members have a contact and a password, which no call reads: both are checked and not kept. */
export const memberWriteMethods: MethodTable = {
  'pem.addAccountMember': write(
    {
      account_id: int,
      subscription_id: optional(int),
      user_id: optional(int),
      login: optional(string),
      auth: optional(structOf({ login: string, password: string, check_password: optional(boolean) })),
      person: optional(memberPerson),
      address: optional(address),
      phone: optional(phone),
      fax: optional(phone),
      email: optional(string),
    },
    (data, { account_id, subscription_id, user_id, login, auth, fax, ...contact }) => {
      accountOf(data, account_id);
      const parts = [contact.person, contact.address, contact.phone, contact.email];
      const given = parts.filter((part) => part !== undefined).length + (auth === undefined ? 0 : 1);
      if (login === undefined ? given < 5 : given + (fax === undefined ? 0 : 1) > 0) {
        throw Refusal.invalidArguments('Either login or auth, person, address, phone and email are expected');
      }
      checkQuality(auth?.password, auth?.check_password);
      const name = auth?.login ?? login ?? '';
      if (memberNamed(data, name) !== undefined) throw Refusal.exists('Account member', name);
      if (subscription_id !== undefined) checkUserResource(data, subscription_id, account_id);
      const id = newMemberId(data, user_id);
      data.members.put({ id, accountId: account_id, login: name });
      return { user_id: id };
    },
  ),

  'pem.setMemberInfo': write(
    { login: string, person, address, phone, fax: optional(phone), email: string },
    (data, { login }) => {
      existingMember(data, login);
    },
  ),

  'pem.setMemberPassword': write(
    { login: string, password: string, check_password: optional(boolean) },
    (data, { login, password, check_password }) => {
      existingMember(data, login);
      checkQuality(password, check_password);
    },
  ),

  'pem.removeAccountMember': write({ user_id: int }, (data, { user_id }) => {
    found(data.members.get(user_id), 'Account member', user_id);
    data.members.remove(user_id);
  }),
};

export const memberNamed = (data: Data, login: string): Member | undefined =>
  data.members.find((row) => row.login === login);

export function existingMember(data: Data, login: string): Member {
  return found(memberNamed(data, login), 'Account member', login);
}

/** Only on request, as documented. */
export function checkQuality(password: string | undefined, isAsked: boolean | undefined): void {
  const flaw = password !== undefined && isAsked === true ? findPasswordFlaw(password) : undefined;
  if (flaw !== undefined) throw Refusal.weakPassword(flaw);
}

/** Without the resource, only the first member of an account can be had from a subscription. */
function checkUserResource(data: Data, subscriptionId: number, accountId: number): void {
  const { resources } = found(data.subscriptions.get(subscriptionId), 'Subscription', subscriptionId);
  const hasUsers = resources.some((row) => row.resourceTypeId === RESOURCE.users && row.limit !== 0n);
  const isFirst = data.members.find((row) => row.accountId === accountId) === undefined;
  if (!hasUsers && !isFirst) {
    throw Refusal.overLimit(`Subscription ${subscriptionId} has no resource for users`);
  }
}

function newMemberId(data: Data, chosen: number | undefined): number {
  if (chosen === undefined) return data.nextId('members');
  if (chosen < 1) throw Refusal.invalidArguments('user_id is not positive');
  if (data.members.get(chosen) !== undefined) throw Refusal.exists('Account member', chosen);
  return data.takeId('members', chosen);
}
