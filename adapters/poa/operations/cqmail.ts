import { operation } from '../../../src/operation/operation.js';
import { any, boolean, int, optional, string, struct } from '../../../src/operation/shape.js';
import { ofSubscription } from './owners.js';
import { LATER_REFERENCE, laterReference } from './reference.js';

const GROUP = 'CQMail';
/** What the later pages say of all of them, and what makes the subscription enough to tell whose mail it is. */
const DOMAIN_RULE = 'The domain must have CQMail hosting from that subscription.';

const subscription_id = int('Subscription.');
const name = string('Local part of the address.');
const domain_name = optional(string('Domain; without it the mail name is one of all domains.'));
const password = optional(
  string('Password; needed for a new mail name, ignored for one that exists.', { secret: true }),
);

/** Its page is at hand in part: order and types are printed, the names of two members are not. */
export const addCqmailMailbox = operation({
  method: 'pem.cqmail.addMailbox',
  group: GROUP,
  since: '2.4',
  description: 'Gives a mail name a mailbox; makes the mail name where there is none.',
  effect: 'write',
  owner: ofSubscription,
  params: struct({
    subscription_id,
    name: { ...name, assumed: true } as const,
    domain_name,
    password,
    password_crypted: optional(
      boolean('The password is encrypted (BSD MD5); needed wherever the password is.'),
    ),
    quota: optional(int('Quota.', { unit: 'KiB', assumed: true })),
  }),
  result: optional(any('What it answers is not known.', { assumed: true })),
  source: `${LATER_REFERENCE}, "pem.cqmail.addMailbox"`,
  notes: DOMAIN_RULE,
});

export const addCqmailForwarding = operation({
  method: 'pem.cqmail.addMailForwarding',
  group: GROUP,
  since: '2.5',
  description: 'Makes a mail name forward to an address; makes the mail name where there is none.',
  effect: 'write',
  callers: 'reseller',
  owner: ofSubscription,
  params: struct({
    subscription_id,
    name,
    domain_name,
    forward_to: string('Address that mail goes to.'),
    password,
    password_crypted: optional(
      boolean('The password is encrypted (DES or BSD MD5); needed wherever the password is.'),
    ),
  }),
  result: null,
  source: laterReference('5.0', 'pem.cqmail.addMailForwarding'),
  notes: `${DOMAIN_RULE} Resellers may call it since 2.6.4.`,
});

export const editCqmailMailname = operation({
  method: 'pem.cqmail.editMailname',
  group: GROUP,
  since: '2.6.4',
  description: 'Sets the password of a mail name.',
  effect: 'idempotentWrite',
  callers: 'reseller',
  owner: ofSubscription,
  params: struct({
    subscription_id,
    domain_name,
    name,
    new_password: string('New password.', { secret: true }),
    new_password_is_crypted: boolean('The password is encrypted (BSD MD5).'),
  }),
  result: null,
  source: `${LATER_REFERENCE}, "pem.cqmail.editMailname"`,
  notes: DOMAIN_RULE,
});

export const deleteCqmailMailname = operation({
  method: 'pem.cqmail.delMailname',
  group: GROUP,
  since: '2.6.4',
  description: 'Deletes a mail name.',
  effect: 'write',
  destructive: true,
  callers: 'reseller',
  owner: ofSubscription,
  params: struct({ subscription_id, domain_name, name }),
  result: null,
  source: `${LATER_REFERENCE}, "pem.cqmail.delMailname"`,
  notes: DOMAIN_RULE,
});
