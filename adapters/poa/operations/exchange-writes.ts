import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofMailbox } from './owners.js';
import { reference } from './reference.js';

const PROTOCOLS = {
  owa: boolean('Outlook Web Access.'),
  mapi: boolean('Outlook access.'),
  active_sync: boolean('ActiveSync.'),
  imap4: boolean('IMAP4.'),
  pop3: boolean('POP3.'),
} as const;
const sizeLimit = int('Size at which sending and receiving stop.', { unit: 'KiB', min: 0 });
const mailbox = int('Mailbox.');

export const addMailbox = operation({
  method: 'pem.exchange.addMailbox',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Creates the mailbox of a service user.',
  effect: 'write',
  changes: [{ type: 'Mailbox' }, { type: 'Subscription' }],
  callers: 'reseller',
  // Without an owner: the domain of an address may be that of anybody.
  params: struct({
    user_id: int('Service user.'),
    alias: string('Alias.'),
    primary_email_address: string('Primary address.'),
    ...PROTOCOLS,
    size_limit: sizeLimit,
    alt_email_addresses: optional(array(string('Address.'), 'Other addresses.')),
    skip_initialization: optional(
      boolean('Do without setting the locale and creating the folders.', { default: false }),
    ),
  }),
  result: struct({ mailbox_id: key(int('The new mailbox.')) }),
  source: reference(92),
});

export const modifyMailbox = operation({
  method: 'pem.exchange.modifyMailbox',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Changes properties of a mailbox.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox', param: 'mailbox_id' }, { type: 'Subscription' }],
  callers: 'reseller',
  owner: ofMailbox,
  params: struct({
    mailbox_id: mailbox,
    alias: optional(string('Alias.')),
    owa: optional(PROTOCOLS.owa),
    mapi: optional(PROTOCOLS.mapi),
    active_sync: optional(PROTOCOLS.active_sync),
    imap4: optional(PROTOCOLS.imap4),
    pop3: optional(PROTOCOLS.pop3),
    warning_limit: optional(int('Size at which the owner is warned.', { unit: 'KiB' })),
    prohibit_send_limit: optional(int('Size at which sending stops.', { unit: 'KiB' })),
    size_limit: optional(sizeLimit),
    incoming_item_max_size: optional(int('Largest message in.', { unit: 'KiB' })),
    outgoing_item_max_size: optional(int('Largest message out.', { unit: 'KiB' })),
    recipient_list_max_size: optional(int('Most recipients of one message.')),
    message_retention: optional(int('How long deleted items are kept.', { unit: 'days' })),
    show_in_address_book: optional(boolean('Visible in address books and searches.')),
  }),
  result: null,
  source: reference(100),
});

export const removeMailbox = operation({
  method: 'pem.exchange.removeMailbox',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Removes a mailbox.',
  effect: 'write',
  changes: [{ type: 'Mailbox' }, { type: 'Subscription' }],
  destructive: true,
  callers: 'reseller',
  owner: ofMailbox,
  params: struct({ mailbox_id: mailbox }),
  result: null,
  source: reference(102),
});

export const enableForwarding = operation({
  method: 'pem.exchange.enableForwarding',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Turns forwarding on.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox', param: 'mailbox_id' }],
  callers: 'reseller',
  owner: ofMailbox,
  params: struct({
    mailbox_id: mailbox,
    forwarding_email_address: string('Where the mail goes to.'),
    store_messages_copy: boolean('Keep a copy in the mailbox.'),
  }),
  result: null,
  source: reference(94),
});

export const disableForwarding = operation({
  method: 'pem.exchange.disableForwarding',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Turns forwarding off; succeeds as well where it is off.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox', param: 'mailbox_id' }],
  callers: 'reseller',
  owner: ofMailbox,
  params: struct({ mailbox_id: mailbox }),
  result: null,
  source: reference(94),
});

const addresses = struct({
  mailbox_id: mailbox,
  email_addresses: array(string('Address on a domain of the subscription.'), 'Addresses.'),
});

export const addEmailAddresses = operation({
  method: 'pem.exchange.addEmailAddresses',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Gives a mailbox further addresses.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox', param: 'mailbox_id' }],
  callers: 'reseller',
  // Without an owner: the domain of an address may be that of anybody.
  params: addresses,
  result: null,
  source: reference(92),
});

export const removeEmailAddresses = operation({
  method: 'pem.exchange.removeEmailAddresses',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Takes addresses away from a mailbox; those that it does not have are passed over.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox', param: 'mailbox_id' }],
  callers: 'reseller',
  owner: ofMailbox,
  params: addresses,
  result: null,
  source: reference(102),
});

export const changePrimaryEmailAddress = operation({
  method: 'pem.exchange.changePrimaryEmailAddress',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Sets the primary address, which the mailbox gets if it lacks it.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox', param: 'mailbox_id' }],
  callers: 'reseller',
  // Without an owner: the domain of an address may be that of anybody.
  params: struct({ mailbox_id: mailbox, email_address: string('Address.') }),
  result: null,
  source: reference(93),
});

export const moveMailboxes = operation({
  method: 'pem.exchange.moveMailboxes',
  group: 'Exchange',
  since: '2.8',
  description: 'Moves mailboxes to a store; answers those that it does not move.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox' }],
  success: 'claimed',
  params: struct({ mailboxes: array(mailbox, 'Mailboxes.'), store: int('Store that they go to.') }),
  result: array(
    struct({
      mailbox_id: key(int('Mailbox that is not moved.')),
      error_code: key(
        int('Why.', {
          values: [
            { value: 1, meaning: 'it is being deleted' },
            { value: 2, meaning: 'the store is in another Active Directory domain' },
            { value: 3, meaning: 'the store has another version of Exchange' },
            { value: 4, meaning: 'the store that it is in has failed' },
            { value: 5, meaning: 'the store has not enough space' },
            { value: 6, meaning: 'it does not exist' },
          ],
        }),
      ),
    }),
    'Mailboxes that are not moved.',
  ),
  source: reference(101),
});
