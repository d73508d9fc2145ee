import { type Mailbox, type MailboxStore, type ObjectStatus, toGlobalId } from '../../../src/model/index.js';
import type { Result, Row } from './results.js';
import { idText, named } from './words.js';

/** Mailboxes, service users and stores number their states differently. */
const MAILBOX_STATUSES: Readonly<Record<number, ObjectStatus>> = {
  0: 'READY',
  1: 'CREATING',
  2: 'DELETING',
  3: 'UPDATING',
};
const STORE_STATUSES: Readonly<Record<number, ObjectStatus>> = {
  0: 'READY',
  1: 'CREATING',
  2: 'DELETING',
  4: 'FAILED',
};

const kib = (size: number | null): bigint | null => (size === null ? null : BigInt(size));

/** What POA tells of no mailbox. */
const NOT_EXCHANGE = { administrator: null, bundleId: null } as const;

export function toListedMailbox(backend: string, subscriptionId: string, row: Row<'getMailboxes'>): Mailbox {
  const nativeId = String(row.mailbox_id);
  return {
    id: toGlobalId(backend, 'Mailbox', nativeId),
    backend,
    nativeId,
    address: row.email_address,
    login: row.login,
    displayName: row.display_name,
    // Newer releases only; the others have it in the fuller answer.
    ...(row.alias === null ? {} : { alias: row.alias }),
    sizeKiB: kib(row.size),
    serviceUserId: idText(row.user_id),
    subscriptionId,
    ...NOT_EXCHANGE,
  };
}

/** @param nativeId - as asked: whether the answer repeats it does not matter */
export function toMailbox(backend: string, nativeId: string, reply: Result<'getMailboxInfo'>): Mailbox {
  const status = named(MAILBOX_STATUSES, reply.status);
  return {
    id: toGlobalId(backend, 'Mailbox', nativeId),
    backend,
    nativeId,
    address: reply.primary_email_address,
    login: reply.login,
    displayName: reply.display_name,
    alias: reply.alias,
    status: status.value,
    nativeStatus: status.native,
    protocols: {
      owa: reply.owa,
      mapi: reply.mapi,
      activeSync: reply.active_sync,
      imap4: reply.imap4,
      pop3: reply.pop3,
    },
    sizeKiB: kib(reply.size),
    limits: {
      sizeKiB: kib(reply.size_limit),
      warningKiB: kib(reply.warning_limit),
      prohibitSendKiB: kib(reply.prohibit_send_limit),
      incomingItemKiB: kib(reply.incoming_item_max_size),
      outgoingItemKiB: kib(reply.outgoing_item_max_size),
      maxRecipients: reply.recipient_list_max_size,
      keepDeletedDays: reply.message_retention,
      showInAddressBook: reply.show_in_address_book,
    },
    servers: {
      pop3: reply.pop3_server,
      imap: reply.imap_server,
      smtp: reply.smtp_server,
      owaUrl: reply.owa_url,
      exchangeHome: reply.exchange_home_server,
      exchangeProxy: reply.exchange_proxy_server,
    },
    windowsDomain: reply.windows_domain,
    exchangeVersion: reply.exchange_version,
    serviceUserId: idText(reply.user_id),
    ...NOT_EXCHANGE,
  };
}

export function toMailboxStore(backend: string, row: Row<'getMailboxStores'>): MailboxStore {
  const nativeId = String(row.store_id);
  const status = named(STORE_STATUSES, row.sync_status);
  return {
    id: toGlobalId(backend, 'MailboxStore', nativeId),
    backend,
    nativeId,
    name: row.name,
    hostName: row.host_name,
    ready: row.is_ready,
    reservedKiB: row.reserved_size,
    sizeKiB: row.store_size,
    usedKiB: row.used_size,
    status: status.value,
    nativeStatus: status.native,
    mailboxCount: row.entities_count,
    windowsDomain: row.windows_domain,
    exchangeVersion: row.exchange_version,
  };
}
