import type { Data } from '../data.js';
import type { Mailbox, NameValue, ServiceUser } from '../records.js';
import { OLD_WINDOWS_DOMAIN, WINDOWS_DOMAIN } from './domains.js';

const STORE = { main: 8000001, old: 8000002 } as const;
const AD = `AD:${WINDOWS_DOMAIN}`;

interface MailboxSketch extends Partial<Omit<Mailbox, 'userId' | 'alias' | 'primaryAddress'>> {
  readonly id: number;
}

type Sketch = Pick<ServiceUser, 'id' | 'subscriptionId' | 'login'> &
  Partial<ServiceUser> & {
    readonly displayName?: string;
    /** Beside display_name. */
    readonly more?: Readonly<Record<string, string>>;
    /** Its address is the login, unless `address` says otherwise. */
    readonly mailbox?: MailboxSketch & { readonly address?: string; readonly alias?: string };
  };

const USERS: readonly Sketch[] = [
  {
    id: 4000001,
    subscriptionId: 2000006,
    login: 'office@alpine-tours.example',
    displayName: 'Alpine Tours Office',
    more: {
      first_name: 'Emma',
      last_name: 'Whitfield',
      company: 'Alpine Tours Ltd',
      city: 'Edinburgh',
      country_abbr: 'gb',
      phone: '44#131#4960606#606',
      web_page: 'https://alpine-tours.example/?a=1&b=2',
    },
    mailbox: {
      id: 5000001,
      otherAddresses: ['info@alpine-tours.example', 'hello@alpine-tours.example'],
      size: 3_145_728,
    },
  },
  {
    id: 4000002,
    subscriptionId: 2000006,
    login: 'anna.guide@alpine-tours.example',
    displayName: 'Anna (guide)',
    mailbox: { id: 5000002, status: 1, size: 0, storeId: STORE.main },
  },
  {
    id: 4000003,
    subscriptionId: 2000006,
    login: 'summer2009@alpine-tours.example',
    displayName: 'Summer 2009',
    enabled: false,
    status: 2,
    mailbox: { id: 5000003, status: 2, showInAddressBook: false },
  },
  {
    id: 4000004,
    subscriptionId: 2000006,
    login: 'bookings@alpine-tours.example',
    displayName: 'Bookings',
    status: 1,
    mailbox: {
      id: 5000004,
      status: 3,
      size: 2_097_152,
      protocols: { owa: false, mapi: false, active_sync: false, imap4: true, pop3: true },
    },
  },
  {
    // Has no mailbox, and may not log in.
    id: 4000005,
    subscriptionId: 2000006,
    login: 'reception@alpine-tours.example',
    displayName: 'Reception desk',
    enabled: false,
    services: [AD],
  },
  {
    id: 4000006,
    subscriptionId: 2000001,
    login: "o'brien@obrien-soehne.example",
    displayName: `Máire O'Brien & Söhne <alles>`,
    more: { notes: 'line one\r\nline two ]]> & <three>', initials: 'MOB' },
    mailbox: { id: 5000005 },
  },
  {
    // Two dots in a row: no address by RFC 5321, and a panel holds it all the same.
    id: 4000007,
    subscriptionId: 2000001,
    login: 'verkauf@obrien-soehne.example',
    displayName: 'Verkauf',
    mailbox: {
      id: 5000006,
      address: 'info..verkauf@obrien-soehne.example',
      otherAddresses: ['verkauf@obrien-soehne.example'],
    },
  },
  {
    id: 4000008,
    subscriptionId: 2000008,
    login: 'änne@xn--mller-tchter-bjb1f.example',
    displayName: 'Änne Müller',
    more: { first_name: 'Änne', last_name: 'Müller', title: 'Geschäftsführerin' },
    mailbox: { id: 5000007, address: 'aenne@xn--mller-tchter-bjb1f.example' },
  },
  {
    id: 4000009,
    subscriptionId: 2000012,
    login: 'wang@xn--r8jz45g.example',
    displayName: '王 小明 😀',
    mailbox: { id: 5000008, size: 2_147_483_647 },
  },
  {
    id: 4000010,
    subscriptionId: 2000014,
    login: 'tom@bakewell-mail.example',
    displayName: 'Tom Baker',
    services: [`AD:${OLD_WINDOWS_DOMAIN}`, 'Exchange'],
    mailbox: {
      id: 5000009,
      storeId: STORE.old,
      protocols: { owa: true, mapi: false, active_sync: false, imap4: false, pop3: true },
    },
  },
  {
    id: 4000011,
    subscriptionId: 2000010,
    login: 'radke',
    displayName: 'Ole Radke',
    services: ['FTP', 'WinFM', 'FPSE'],
  },
  {
    // Without any property: the panel shows the login.
    id: 4000012,
    subscriptionId: 2000018,
    login: 'анна',
    services: ['WSS', 'WSS-ADMIN'],
  },
  {
    id: 4000013,
    subscriptionId: 2000025,
    login: 'sales@bakewell.example',
    displayName: 'Bakewell Sales',
    services: ['MSCRM'],
  },
  {
    // Not yet in Hosted CRM.
    id: 4000014,
    subscriptionId: 2000025,
    login: 'orders@bakewell.example',
    displayName: 'Bakewell Orders',
    services: [AD],
  },
];

export function seedUsers(data: Data): void {
  data.stores.put({
    ...store(STORE.main, 'Mailbox Store 1', 'exch01.ad.nordhost.example'),
    storeSize: 9_007_199_254_740_993n,
    attributes: ['SAN', 'Gold'],
  });
  data.stores.put({
    ...store(STORE.old, 'Erste Speichergruppe', 'exch-alt.legacy.nordhost.example'),
    windowsDomain: OLD_WINDOWS_DOMAIN,
    exchangeVersion: 2003,
    storeSize: 104_857_600n,
  });
  data.stores.put({
    ...store(8000003, 'Mailbox Store 2', 'exch02.ad.nordhost.example'),
    isReady: false,
    status: 1,
  });
  data.stores.put({
    ...store(8000004, 'Mailbox Store 3', 'exch02.ad.nordhost.example'),
    isReady: false,
    status: 4,
  });
  // Where mailboxes of the first one can be moved to.
  data.stores.put(store(8000005, 'Mailbox Store 4', 'exch02.ad.nordhost.example'));
  for (const sketch of USERS) addUser(data, sketch);
}

/** Adds a service user, and its mailbox if it has one. */
export function addUser(data: Data, sketch: Sketch): void {
  const { displayName, more = {}, mailbox, ...user } = sketch;
  const named = displayName === undefined ? {} : { display_name: displayName };
  data.users.put({
    enabled: true,
    status: 0,
    services: [AD, 'Exchange'],
    properties: Object.entries({ ...named, ...more }).map(([name, value]): NameValue => ({ name, value })),
    ...user,
  });
  if (mailbox === undefined) return;
  const { address = sketch.login, alias = address.split('@', 1)[0] ?? '', ...rest } = mailbox;
  data.mailboxes.put({
    userId: sketch.id,
    alias,
    primaryAddress: address,
    otherAddresses: [],
    storeId: STORE.main,
    status: 0,
    protocols: { owa: true, mapi: true, active_sync: true, imap4: false, pop3: false },
    size: 102_400,
    limits: {
      warning_limit: 9_437_184,
      prohibit_send_limit: 9_961_472,
      size_limit: 10_485_760,
      incoming_item_max_size: 20_480,
      outgoing_item_max_size: 10_240,
      recipient_list_max_size: 500,
      message_retention: 14,
    },
    showInAddressBook: true,
    ...rest,
  });
}

function store(id: number, name: string, hostName: string) {
  return {
    id,
    name,
    hostName,
    isReady: true,
    status: 0 as const,
    storeSize: 1_073_741_824n,
    otherSize: 4_096n,
    windowsDomain: WINDOWS_DOMAIN,
    exchangeVersion: 2007 as const,
    attributes: [],
  };
}
