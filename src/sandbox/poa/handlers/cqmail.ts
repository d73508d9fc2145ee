import type { Data } from '../data.js';
import { type MailName, mailNameId } from '../mail-name.js';
import { type MethodTable, write } from '../method.js';
import { mailAddress } from '../parameter-forms.js';
import { boolean, int, optional, string, stringOf } from '../parameters.js';
import { found, Refusal } from '../refusal.js';
import { activeSubscription, has, use } from '../resource-use.js';
import { RESOURCE } from '../seed/catalogue.js';
import { domainNamed } from './domains.js';
import { removeMailName } from './removal.js';
import { subscriptionOf } from './subscriptions.js';

const MD5 = /^\$1\$[./0-9A-Za-z]{1,8}\$[./0-9A-Za-z]{22}$/;
const DES = /^[./0-9A-Za-z]{13}$/;

const mailName = {
  subscription_id: int,
  domain_name: optional(string),
  name: stringOf('local part of an address', (value) => /^[^\s@]{1,64}$/.test(value)),
};
const password = { password: optional(string), password_crypted: optional(boolean) };

/**
 * Passwords are checked and not kept. The names of two members of pem.cqmail.addMailbox, `name` and `quota`, are not
 * in the published text.
 *
 * @see POA Public API Reference 5.0, "pem.cqmail.addMailForwarding"; CloudBlue Commerce 20.4, its siblings
 */
export const cqmailMethods: MethodTable = {
  'pem.cqmail.addMailbox': write(
    { ...mailName, ...password, quota: optional(int) },
    (data, { quota = -1, ...given }) => {
      if (quota < -1) throw Refusal.invalidArguments('quota is -1 or not negative');
      const row = madeIfNew(data, given, [MD5]);
      if (row.mailboxQuota !== undefined) throw Refusal.exists('Mailbox of', given.name);
      use(data, given.subscription_id, RESOURCE.cqmailMailboxes, 1n);
      data.mailNames.put({ ...row, mailboxQuota: quota });
    },
  ),

  'pem.cqmail.addMailForwarding': write(
    { ...mailName, ...password, forward_to: mailAddress },
    (data, { forward_to: forwardTo, ...given }) => {
      const row = madeIfNew(data, given, [MD5, DES]);
      if (row.forwardTo !== undefined) throw Refusal.exists('Forwarding of', given.name);
      data.mailNames.put({ ...row, forwardTo });
    },
  ),

  'pem.cqmail.editMailname': write(
    { ...mailName, new_password: string, new_password_is_crypted: boolean },
    (data, given) => {
      existing(data, given);
      checkPassword(given.new_password, given.new_password_is_crypted, [MD5]);
    },
  ),

  'pem.cqmail.delMailname': write(mailName, (data, given) => removeMailName(data, existing(data, given))),
};

interface Given {
  readonly subscription_id: number;
  readonly domain_name?: string;
  readonly name: string;
  readonly password?: string;
  readonly password_crypted?: boolean;
}

/** The mail name, or a new one, which needs a password; that of an existing one is ignored. */
function madeIfNew(data: Data, given: Given, forms: readonly RegExp[]): MailName {
  const subscription = activeSubscription(data, given.subscription_id);
  if (!has(subscription, RESOURCE.cqmail)) {
    throw Refusal.overLimit(`Subscription ${subscription.id} has no CQMail hosting`);
  }
  const domainId = hostedDomainId(data, given);
  const { id: subscriptionId } = subscription;
  const id = mailNameId(subscriptionId, domainId, given.name);
  const known = data.mailNames.get(id);
  if (known !== undefined) return known;
  if (given.password === undefined || given.password_crypted === undefined) {
    throw Refusal.invalidArguments('A new mail name needs password and password_crypted');
  }
  checkPassword(given.password, given.password_crypted, forms);
  return { id, subscriptionId, name: given.name, ...(domainId !== undefined && { domainId }) };
}

function existing(data: Data, given: Given): MailName {
  subscriptionOf(data, given.subscription_id);
  const id = mailNameId(given.subscription_id, hostedDomainId(data, given), given.name);
  return found(data.mailNames.get(id), 'Mail name', given.name);
}

function hostedDomainId(data: Data, { subscription_id, domain_name }: Given): number | undefined {
  if (domain_name === undefined) return undefined;
  const { id, hostings } = domainNamed(data, domain_name);
  if (!hostings.some((row) => row.service === 'cqmail' && row.subscriptionId === subscription_id)) {
    throw Refusal.invalidArguments(`Domain ${domain_name} has no CQMail hosting from that subscription`);
  }
  return id;
}

/** An encrypted one has one of the forms that the method takes. */
function checkPassword(text: string, isCrypted: boolean, forms: readonly RegExp[]): void {
  if (text === '') throw Refusal.invalidArguments('The password is empty');
  if (isCrypted && !forms.some((form) => form.test(text))) {
    throw Refusal.invalidArguments('The password is not encrypted as the method expects');
  }
}
