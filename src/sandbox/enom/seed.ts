import type { Account, Mailbox, Pak, RegisteredDomain } from './account.js';
import { addDays, startOfDay } from './formats.js';

const FIRST_DOMAIN_ID = 240_118_701;

/**
 * The account at the start. All dates count from `now`, so that what expires soon still does so next year.
 * Names, people and passwords are invented.
 */
export function seed(now: Date): Account {
  const today = startOfDay(now);
  const inDays = (days: number) => addDays(today, days);
  /** With a time of day, as domains and the older paks have it. */
  const atInDays = (days: number) => new Date(inDays(days).getTime() + 23_589_000);

  const domains: DomainSeed[] = [
    { sld: 'alpine-tours', expiresAt: atInDays(210), autoRenew: true },
    { sld: 'ausgelaufen', expiresAt: atInDays(-20), autoRenew: false },
    {
      sld: 'bergbahn',
      expiresAt: atInDays(95),
      autoRenew: true,
      catchAll: 'leitung@bergbahn.example',
      paks: [
        {
          ...olderPak(44_120, atInDays(61)),
          mailboxes: [
            mailbox('leitung', 'Gondel-2231', { administrator: true, quotaUsedMiB: 212 }),
            mailbox('kasse', 'Fahrplan-77', {
              forwarding: { to: 'buchung@alpine-tours.example', mode: 'forwardOnly' },
            }),
          ],
        },
      ],
    },
    { sld: 'bodensee-demo', tld: 'co.uk', expiresAt: atInDays(400), autoRenew: true },
    {
      sld: 'kaffeehaus',
      expiresAt: atInDays(130),
      autoRenew: true,
      paks: [
        { ...newerPak(1_003_987, 10, 1, inDays(-12)), autoRenew: false },
        {
          ...newerPak(1_004_310, 5, 10, inDays(171)),
          mailboxes: [
            mailbox('theke', 'Melange-408', { administrator: true, quotaUsedMiB: 1_450 }),
            mailbox('einkauf', 'Bohnen-1515', { quotaUsedMiB: 38 }),
          ],
        },
      ],
    },
    { sld: 'leuchtturm', expiresAt: atInDays(77), autoRenew: true, nameServers: ['ns1', 'ns2'] },
    { sld: 'neuland', expiresAt: atInDays(365), paks: [newerPak(1_004_402, 3, 1, inDays(365))] },
    {
      sld: 'nordlicht',
      expiresAt: atInDays(255),
      autoRenew: true,
      catchAll: 'redaktion@nordlicht.example',
      paks: [
        {
          ...newerPak(1_004_279, 15, 1, inDays(300)),
          mailboxes: [
            mailbox('redaktion', 'Polar-6612', { quotaUsedMiB: 307, displayName: 'Redaktion' }),
            mailbox('ida', 'Gletscher-90', {
              administrator: true,
              quotaUsedMiB: 51,
              displayName: 'Ida Åberg',
            }),
            mailbox('kontakt', 'Fjord-3348', {
              forwarding: { to: 'empfang@alpine-tours.example', mode: 'mailboxAndForward' },
            }),
          ],
        },
      ],
    },
    { sld: 'obstgarten', expiresAt: atInDays(48), autoRenew: true, locked: false },
    { sld: 'seeblick', expiresAt: atInDays(12), locked: false },
    {
      sld: 'spielplatz',
      expiresAt: atInDays(150),
      autoRenew: true,
      paks: [
        {
          ...newerPak(1_004_371, 2, 1, inDays(150)),
          mailboxes: [
            mailbox('rutsche', 'Sandkasten-5', { administrator: true }),
            mailbox('wippe', 'Klettern-19'),
          ],
        },
      ],
    },
    { sld: 'stilles-wasser', expiresAt: atInDays(220), autoRenew: true, privacyUntil: inDays(220) },
    { sld: 'werft', expiresAt: atInDays(33) },
    {
      sld: 'widerspruch',
      expiresAt: atInDays(180),
      contradictory: true,
      paks: [newerPak(1_004_388, 4, 1, inDays(180))],
    },
    { sld: 'xn--kchenwerk-q9a', nativeSld: 'küchenwerk', expiresAt: atInDays(310), autoRenew: true },
    { sld: 'zimmerei', expiresAt: atInDays(29), autoRenew: true },
  ];
  return {
    domains: domains.map((each, index) => registered(each, FIRST_DOMAIN_ID + index)),
    balanceMinor: 481_240,
    heldMinor: 3_980,
    nextOrderId: 240_500_001,
    nextPakId: 1_005_001,
  };
}

type DomainSeed = Pick<RegisteredDomain, 'sld' | 'expiresAt'> & Partial<RegisteredDomain>;

function registered(given: DomainSeed, id: number): RegisteredDomain {
  return {
    tld: 'example',
    nativeSld: '',
    locked: true,
    autoRenew: false,
    privacyUntil: undefined,
    catchAll: '',
    paks: [],
    contradictory: false,
    ...given,
    id,
    nameServers: given.nameServers?.map((host) => `${host}.${given.sld}.example`),
  };
}

function newerPak(id: number, quantity: number, capacityGiB: number, expiresAt: Date): Pak {
  return { id, version: 3, quantity, capacityGiB, expiresAt, autoRenew: true, mailboxes: [] };
}

function olderPak(id: number, expiresAt: Date): Pak {
  return { id, version: 2, quantity: 10, capacityGiB: 1, expiresAt, autoRenew: false, mailboxes: [] };
}

function mailbox(userName: string, password: string, more: Partial<Mailbox> = {}): Mailbox {
  return {
    userName,
    password,
    administrator: false,
    displayName: '',
    quotaUsedMiB: 0,
    forwarding: undefined,
    ...more,
  };
}
