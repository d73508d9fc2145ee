import type { Data } from '../data.js';
import { type MethodTable, method } from '../method.js';
import { int, optional, string } from '../parameters.js';
import type { Mailbox, MailboxStore, ServiceUser } from '../records.js';
import { found } from '../refusal.js';
import type { SentStruct } from '../wire/values.js';
import { displayName } from './users.js';

/** @see POA Public API Reference 2.8, "Hosted Exchange Management" */
export const exchangeMethods: MethodTable = {
  'pem.exchange.getMailboxes': method({ subscription_id: int }, (data, { subscription_id }) => {
    found(data.subscriptions.get(subscription_id), 'Subscription', subscription_id);
    return [...data.mailboxes.rows()].flatMap((mailbox) => {
      const user = userOf(data, mailbox);
      if (user.subscriptionId !== subscription_id) return [];
      return [
        {
          mailbox_id: mailbox.id,
          email_address: mailbox.primaryAddress,
          size: mailbox.size,
          user_id: user.id,
          display_name: displayName(user),
          login: user.login,
        },
      ];
    });
  }),

  'pem.exchange.getMailboxInfo': method({ mailbox_id: int }, (data, { mailbox_id }) => {
    const mailbox = mailboxOf(data, mailbox_id);
    const user = userOf(data, mailbox);
    const store = found(data.stores.get(mailbox.storeId), 'Mailbox store', mailbox.storeId);
    return {
      mailbox_id,
      user_id: user.id,
      login: user.login,
      display_name: displayName(user),
      alias: mailbox.alias,
      ...mailbox.protocols,
      size: mailbox.size,
      ...mailbox.limits,
      show_in_address_book: mailbox.showInAddressBook,
      status: mailbox.status,
      primary_email_address: mailbox.primaryAddress,
      ...servers(mailbox.protocols, store),
      windows_domain: store.windowsDomain,
      exchange_version: store.exchangeVersion,
      store_display_name: `${store.hostName}/${store.name}`,
    };
  }),

  'pem.exchange.getMailboxByEmailAddress': method({ email_address: string }, (data, { email_address }) => {
    const wanted = email_address.toLowerCase();
    const mailbox = data.mailboxes.find((row) =>
      [row.primaryAddress, ...row.otherAddresses].some((address) => address.toLowerCase() === wanted),
    );
    return { mailbox_id: found(mailbox, 'Mailbox', email_address).id };
  }),

  'pem.exchange.getUserMailbox': method({ user_id: int }, (data, { user_id }) => {
    found(data.users.get(user_id), 'Service user', user_id);
    const mailbox = data.mailboxes.find((row) => row.userId === user_id);
    return { mailbox_id: found(mailbox, 'Mailbox of service user', user_id).id };
  }),

  'pem.exchange.getEmailAddresses': method({ mailbox_id: int }, (data, { mailbox_id }) => {
    const mailbox = mailboxOf(data, mailbox_id);
    return {
      primary_email_address: mailbox.primaryAddress,
      alt_email_addresses: mailbox.otherAddresses,
    };
  }),

  'pem.exchange.getEmailDomains': method({ domain_name: optional(string) }, (data, { domain_name }) => {
    const wanted = domain_name?.toLowerCase();
    const domains = data.domains.filter((domain) =>
      domain.hostings.some(
        (hosting) =>
          hosting.service === 'exchange' && (wanted === undefined || hosting.windowsDomain === wanted),
      ),
    );
    return { email_domains: domains.map((domain) => domain.name) };
  }),

  'pem.exchange.getMailboxStores': method({}, (data) =>
    [...data.stores.rows()].map((store) => storeRow(data, store)),
  ),
};

export function mailboxOf(data: Data, id: number): Mailbox {
  return found(data.mailboxes.get(id), 'Mailbox', id);
}

export function userOf(data: Data, mailbox: Mailbox): ServiceUser {
  return found(data.users.get(mailbox.userId), 'Service user', mailbox.userId);
}

/** Each host is named only while the protocol that needs it is on. */
function servers(protocols: Mailbox['protocols'], store: MailboxStore): SentStruct {
  const { pop3, imap4, mapi, owa } = protocols;
  const domain = store.windowsDomain;
  return {
    ...(pop3 && { pop3_server: `pop.${domain}` }),
    ...(imap4 && { imap_server: `imap.${domain}` }),
    ...((pop3 || imap4) && { smtp_server: `smtp.${domain}` }),
    ...(mapi && {
      exchange_home_server: (store.hostName.split('.', 1)[0] ?? '').toUpperCase(),
      exchange_proxy_server: `cas.${domain}`,
    }),
    ...(owa && { owa_url: `https://owa.${domain}/owa` }),
  };
}

function storeRow(data: Data, store: MailboxStore): SentStruct {
  const mailboxes = data.mailboxes.filter((mailbox) => mailbox.storeId === store.id);
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + BigInt(size), 0n);
  return {
    store_id: store.id,
    name: store.name,
    host_name: store.hostName,
    is_ready: store.isReady,
    reserved_size: String(sum(mailboxes.map((mailbox) => mailbox.limits.size_limit))),
    store_size: String(store.storeSize),
    used_size: String(store.otherSize + sum(mailboxes.map((mailbox) => mailbox.size))),
    sync_status: store.status,
    entities_count: String(mailboxes.length),
    windows_domain: store.windowsDomain,
    exchange_version: store.exchangeVersion,
    ...(store.attributes.length > 0 && { attributes: store.attributes }),
  };
}
