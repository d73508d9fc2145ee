import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofMailbox, ofServiceUser, ofSubscription } from './owners.js';
import { reference } from './reference.js';

const EXCHANGE_VERSIONS = [
  { value: 2003, meaning: 'Exchange 2003' },
  { value: 2007, meaning: 'Exchange 2007' },
];

export const getMailboxes = operation({
  method: 'pem.exchange.getMailboxes',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Mailboxes of a subscription.',
  effect: 'read',
  shows: [{ type: 'Mailbox' }],
  callers: 'reseller',
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: array(
    struct({
      mailbox_id: key(int('Mailbox.')),
      email_address: string('Primary address.'),
      size: int('Used storage.', { unit: 'KiB' }),
      user_id: int('Service user.'),
      display_name: string('Display name.'),
      login: string('Login.'),
      alias: optional(string('Alias.', { since: 'releases after 2.8' })),
    }),
    'Mailboxes.',
  ),
  source: reference(96),
});

export const getMailboxInfo = operation({
  method: 'pem.exchange.getMailboxInfo',
  group: 'Exchange',
  since: '2.6.5',
  description: 'All properties of a mailbox.',
  effect: 'read',
  shows: [{ type: 'Mailbox', param: 'mailbox_id' }],
  callers: 'reseller',
  owner: ofMailbox,
  params: struct({ mailbox_id: int('Mailbox.') }),
  result: struct({
    mailbox_id: int('Mailbox.'),
    user_id: int('Service user.'),
    login: string('Login.'),
    display_name: string('Display name.'),
    alias: string('Alias.'),
    owa: boolean('Outlook Web Access.'),
    mapi: boolean('Outlook access.'),
    active_sync: boolean('ActiveSync.'),
    imap4: boolean('IMAP4.'),
    pop3: boolean('POP3.'),
    size: int('Used storage.', { unit: 'KiB' }),
    warning_limit: int('Size at which the owner is warned.', { unit: 'KiB' }),
    prohibit_send_limit: int('Size at which sending stops.', { unit: 'KiB' }),
    size_limit: int('Size at which sending and receiving stop.', { unit: 'KiB' }),
    incoming_item_max_size: int('Largest message in.', { unit: 'KiB' }),
    outgoing_item_max_size: int('Largest message out.', { unit: 'KiB' }),
    recipient_list_max_size: int('Most recipients of one message.'),
    message_retention: int('How long deleted items are kept.', { unit: 'days' }),
    show_in_address_book: boolean('Visible in address books and searches.'),
    status: int('Status.', {
      values: [
        { value: 0, meaning: 'ready' },
        { value: 1, meaning: 'creating' },
        { value: 2, meaning: 'deleting' },
        { value: 3, meaning: 'updating' },
      ],
    }),
    primary_email_address: string('Primary address.'),
    pop3_server: optional(string('POP3 host; when POP3 is on.')),
    imap_server: optional(string('IMAP host; when IMAP is on.')),
    smtp_server: optional(string('SMTP host; when POP3 or IMAP is on.')),
    exchange_home_server: optional(string('NetBIOS name of the mail store; when Outlook access is on.')),
    exchange_proxy_server: optional(string('Front-end host; when Outlook access is on.')),
    owa_url: optional(string('URL of Outlook Web Access; when it is on.')),
    windows_domain: string('DNS name of the Windows domain.'),
    exchange_version: int('Server version.', { open: true, values: EXCHANGE_VERSIONS }),
    store_display_name: string('Store, as host/store.'),
  }),
  source: reference(97),
});

export const getMailboxByEmailAddress = operation({
  method: 'pem.exchange.getMailboxByEmailAddress',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Finds a mailbox by address.',
  effect: 'read',
  shows: [{ type: 'Mailbox' }],
  callers: 'reseller',
  missIsFailure: true,
  params: struct({ email_address: string('Address.') }),
  result: struct({ mailbox_id: key(int('Mailbox.')) }),
  source: reference(96),
});

export const getUserMailbox = operation({
  method: 'pem.exchange.getUserMailbox',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Mailbox of a service user.',
  effect: 'read',
  shows: [{ type: 'Mailbox' }],
  callers: 'reseller',
  missIsFailure: true,
  owner: ofServiceUser,
  params: struct({ user_id: int('Service user.') }),
  result: struct({ mailbox_id: key(int('Mailbox.')) }),
  source: reference(100),
});

export const getEmailAddresses = operation({
  method: 'pem.exchange.getEmailAddresses',
  group: 'Exchange',
  since: '2.6.5',
  description: 'Addresses of a mailbox.',
  effect: 'read',
  shows: [{ type: 'Mailbox', param: 'mailbox_id' }],
  callers: 'reseller',
  owner: ofMailbox,
  params: struct({ mailbox_id: int('Mailbox.') }),
  result: struct({
    primary_email_address: string('Primary address.'),
    alt_email_addresses: array(string('Address.'), 'Other addresses.'),
  }),
  source: reference(95),
});

export const getEmailDomains = operation({
  method: 'pem.exchange.getEmailDomains',
  group: 'Exchange',
  since: '2.7',
  description: 'Domains that have Exchange hosting.',
  effect: 'read',
  callers: 'reseller',
  params: struct({
    domain_name: optional(string('Only those of this Windows Active Directory domain; all when absent.')),
  }),
  result: struct({ email_domains: array(string('Domain.'), 'Domains.') }),
  source: reference(95),
});

export const getMailboxStores = operation({
  method: 'pem.exchange.getMailboxStores',
  group: 'Exchange',
  since: '2.8',
  description: 'Exchange mailbox stores.',
  effect: 'read',
  params: struct({}),
  result: array(
    struct({
      store_id: key(int('Store.')),
      name: string('Name.'),
      host_name: string('Host.'),
      is_ready: boolean('Ready to provide.'),
      reserved_size: int64('Allocated to mailboxes.', { unit: 'KiB' }),
      store_size: int64('Most that can be allocated.', { unit: 'KiB' }),
      used_size: int64('Occupied.', { unit: 'KiB' }),
      sync_status: int('Status.', {
        values: [
          { value: 0, meaning: 'ready' },
          { value: 1, meaning: 'creating' },
          { value: 2, meaning: 'deleting' },
          { value: 4, meaning: 'failed' },
        ],
      }),
      entities_count: int64('Number of mailboxes.'),
      windows_domain: string('DNS name of the Windows domain.'),
      exchange_version: int('Server version.', { open: true, values: EXCHANGE_VERSIONS }),
      attributes: optional(array(string('Attribute.'), 'Provisioning attributes.')),
    }),
    'Stores.',
  ),
  source: reference(99),
});
