import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { arrayOf, boolean, int, optional, string } from '../parameters.js';
import type { Mailbox, MailboxStore } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { activeSubscription, use } from '../resource-use.js';
import { RESOURCE } from '../seed/catalogue.js';
import { mailboxOf, userOf } from './exchange.js';

/** What a mailbox has that its creation does not say. */
const LIMITS: Omit<Mailbox['limits'], 'size_limit'> = {
  warning_limit: 0,
  prohibit_send_limit: 0,
  incoming_item_max_size: 20_480,
  outgoing_item_max_size: 10_240,
  recipient_list_max_size: 500,
  message_retention: 14,
};

const optionalInts = {
  warning_limit: optional(int),
  prohibit_send_limit: optional(int),
  size_limit: optional(int),
  incoming_item_max_size: optional(int),
  outgoing_item_max_size: optional(int),
  recipient_list_max_size: optional(int),
  message_retention: optional(int),
};

/** @see POA Public API Reference 2.8, "Hosted Exchange Management" */
export const exchangeWriteMethods: MethodTable = {
  'pem.exchange.addMailbox': write(
    {
      user_id: int,
      alias: string,
      primary_email_address: string,
      owa: boolean,
      mapi: boolean,
      active_sync: boolean,
      imap4: boolean,
      pop3: boolean,
      size_limit: int,
      alt_email_addresses: optional(arrayOf(string)),
      skip_initialization: optional(boolean),
    },
    (data, { user_id, alias, primary_email_address, size_limit, alt_email_addresses = [], ...given }) => {
      const user = found(data.users.get(user_id), 'Service user', user_id);
      if (data.mailboxes.find((row) => row.userId === user_id) !== undefined) {
        throw Refusal.exists('Mailbox of service user', user_id);
      }
      activeSubscription(data, user.subscriptionId);
      if (data.mailboxes.find((row) => row.alias === alias) !== undefined) {
        throw Refusal.exists('Mailbox alias', alias);
      }
      if (size_limit < 0) throw Refusal.invalidArguments('size_limit is negative');
      for (const address of [primary_email_address, ...alt_email_addresses]) {
        checkAddress(data, user.subscriptionId, address);
      }
      use(data, user.subscriptionId, RESOURCE.mailboxes, 1n);
      const id = data.nextId('mailboxes');
      const { skip_initialization: _, ...protocols } = given;
      data.mailboxes.put({
        id,
        userId: user_id,
        storeId: storeFor(data).id,
        alias,
        primaryAddress: primary_email_address,
        otherAddresses: alt_email_addresses,
        status: 0,
        protocols,
        size: 0,
        limits: { ...LIMITS, size_limit },
        showInAddressBook: true,
      });
      if (!user.services.includes('Exchange')) {
        data.users.put({ ...user, services: [...user.services, 'Exchange'] });
      }
      return { mailbox_id: id };
    },
  ),

  'pem.exchange.modifyMailbox': write(
    {
      mailbox_id: int,
      alias: optional(string),
      owa: optional(boolean),
      mapi: optional(boolean),
      active_sync: optional(boolean),
      imap4: optional(boolean),
      pop3: optional(boolean),
      show_in_address_book: optional(boolean),
      ...optionalInts,
    },
    (data, { mailbox_id, alias, show_in_address_book: isShown, ...changes }) => {
      const mailbox = settled(data, mailbox_id);
      const { owa, mapi, active_sync, imap4, pop3, ...limits } = changes;
      if (Object.values(limits).some((limit) => limit < 0)) {
        throw Refusal.invalidArguments('A limit is negative');
      }
      data.mailboxes.put({
        ...mailbox,
        alias: alias ?? mailbox.alias,
        protocols: {
          owa: owa ?? mailbox.protocols.owa,
          mapi: mapi ?? mailbox.protocols.mapi,
          active_sync: active_sync ?? mailbox.protocols.active_sync,
          imap4: imap4 ?? mailbox.protocols.imap4,
          pop3: pop3 ?? mailbox.protocols.pop3,
        },
        limits: { ...mailbox.limits, ...limits },
        showInAddressBook: isShown ?? mailbox.showInAddressBook,
      });
    },
  ),

  'pem.exchange.removeMailbox': write({ mailbox_id: int }, (data, { mailbox_id }) => {
    const mailbox = mailboxOf(data, mailbox_id);
    use(data, userOf(data, mailbox).subscriptionId, RESOURCE.mailboxes, -1n);
    data.mailboxes.remove(mailbox_id);
  }),

  'pem.exchange.enableForwarding': write(
    { mailbox_id: int, forwarding_email_address: string, store_messages_copy: boolean },
    (data, { mailbox_id, forwarding_email_address: to, store_messages_copy: keepsCopy }) => {
      if (!to.includes('@')) throw Refusal.invalidArguments('forwarding_email_address is no address');
      data.mailboxes.put({ ...settled(data, mailbox_id), forwarding: { to, keepsCopy } });
    },
  ),

  'pem.exchange.disableForwarding': write({ mailbox_id: int }, (data, { mailbox_id }) => {
    const { forwarding: _, ...mailbox } = settled(data, mailbox_id);
    data.mailboxes.put(mailbox);
  }),

  'pem.exchange.addEmailAddresses': write(
    { mailbox_id: int, email_addresses: arrayOf(string) },
    (data, { mailbox_id, email_addresses }) => {
      const mailbox = settled(data, mailbox_id);
      const { subscriptionId } = userOf(data, mailbox);
      const added = email_addresses.filter((address) => !addressesOf(mailbox).includes(address));
      for (const address of added) checkAddress(data, subscriptionId, address);
      data.mailboxes.put({ ...mailbox, otherAddresses: [...mailbox.otherAddresses, ...added] });
    },
  ),

  /** Addresses that the mailbox does not have are passed over; the primary one stays, which no document says. */
  'pem.exchange.removeEmailAddresses': write(
    { mailbox_id: int, email_addresses: arrayOf(string) },
    (data, { mailbox_id, email_addresses }) => {
      const mailbox = settled(data, mailbox_id);
      data.mailboxes.put({
        ...mailbox,
        otherAddresses: mailbox.otherAddresses.filter((address) => !email_addresses.includes(address)),
      });
    },
  ),

  'pem.exchange.changePrimaryEmailAddress': write(
    { mailbox_id: int, email_address: string },
    (data, { mailbox_id, email_address: address }) => {
      const mailbox = settled(data, mailbox_id);
      const all = addressesOf(mailbox);
      if (!all.includes(address)) checkAddress(data, userOf(data, mailbox).subscriptionId, address);
      data.mailboxes.put({
        ...mailbox,
        primaryAddress: address,
        otherAddresses: all.filter((other) => other !== address),
      });
    },
  ),

  'pem.exchange.moveMailboxes': write({ mailboxes: arrayOf(int), store: int }, (data, given) => {
    const store = found(data.stores.get(given.store), 'Mailbox store', given.store);
    return given.mailboxes.flatMap((id) => {
      const mailbox = data.mailboxes.get(id);
      const code = mailbox === undefined ? 6 : obstacle(data, mailbox, store);
      if (mailbox !== undefined && code === 0) data.mailboxes.put({ ...mailbox, storeId: store.id });
      return code === 0 ? [] : [{ mailbox_id: id, error_code: code }];
    });
  }),
};

/** A mailbox that is not being deleted. */
function settled(data: Data, id: number): Mailbox {
  const mailbox = mailboxOf(data, id);
  if (mailbox.status === 2) throw Refusal.wrongState(`Mailbox ${id} is being deleted`);
  return mailbox;
}

const addressesOf = ({ primaryAddress, otherAddresses }: Mailbox): readonly string[] => [
  primaryAddress,
  ...otherAddresses,
];

/** On a domain that has Exchange from the subscription, and of no other mailbox. */
function checkAddress(data: Data, subscriptionId: number, address: string): void {
  const name = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const isHosted = data.domains
    .find((row) => row.name === name)
    ?.hostings.some((row) => row.service === 'exchange' && row.subscriptionId === subscriptionId);
  if (isHosted !== true) {
    throw Refusal.invalidArguments(`No domain of subscription ${subscriptionId} takes mail for the address`);
  }
  const wanted = address.toLowerCase();
  const holder = data.mailboxes.find((row) => addressesOf(row).some((own) => own.toLowerCase() === wanted));
  if (holder !== undefined) throw Refusal.exists('Address', address);
}

/** The first store that is ready. */
function storeFor(data: Data): MailboxStore {
  return found(
    data.stores.find(({ isReady }) => isReady),
    'Mailbox store',
    'ready',
  );
}

/** Why a mailbox cannot be moved, by the numbers of the reference; 0 if it can. */
function obstacle(data: Data, mailbox: Mailbox, target: MailboxStore): number {
  const source = data.stores.get(mailbox.storeId);
  if (mailbox.status === 2) return 1;
  if (source?.windowsDomain !== target.windowsDomain) return 2;
  if (source.exchangeVersion !== target.exchangeVersion) return 3;
  if (source.status === 4) return 4;
  const free = target.storeSize - target.otherSize;
  return BigInt(mailbox.limits.size_limit) > free || !target.isReady ? 5 : 0;
}
