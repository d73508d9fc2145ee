import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';

interface ReadCase {
  readonly title: string;
  readonly query: string;
  readonly data: unknown;
  /** Methods asked, sorted, when every call travels alone. */
  readonly alone: readonly string[];
  /** The same when reads of one wave travel together. */
  readonly together: readonly string[];
}

const times = (count: number, method: string): string[] => Array.from({ length: count }, () => method);

const CASES: readonly ReadCase[] = [
  {
    title: 'an account with its contact is one call',
    query: `{ account(id: "poa:Account:1000005") { id nativeId kind status login backend { name kind }
      contact { companyName firstName email phone { countryCode } address { city country } } } }`,
    data: {
      account: {
        id: 'poa:Account:1000005',
        nativeId: '1000005',
        kind: 'CUSTOMER',
        status: null,
        login: null,
        backend: { name: 'poa', kind: 'POA' },
        contact: {
          companyName: 'Nordlicht Verlag GmbH',
          firstName: 'Ida',
          email: 'ida@nordlicht.example',
          phone: { countryCode: '49' },
          address: expect.objectContaining({ country: 'DE' }),
        },
      },
    },
    alone: ['pem.getAccountInfo'],
    together: ['pem.getAccountInfo'],
  },
  {
    title: 'a country is told as ISO 3166-1 has it, whatever the panel writes',
    query: '{ account(id: "poa:Account:1000011") { contact { address { country } } } }',
    data: { account: { contact: { address: { country: 'GB' } } } },
    alone: ['pem.getAccountInfo'],
    together: ['pem.getAccountInfo'],
  },
  {
    title: 'an account that is only named costs no call beyond the one that names it',
    query: '{ accountByLogin(backend: "poa", login: "nordlicht") { id nativeId } }',
    data: { accountByLogin: { id: 'poa:Account:1000005', nativeId: '1000005' } },
    alone: ['pem.getAccountMemberByLogin'],
    together: ['pem.getAccountMemberByLogin'],
  },
  {
    title: 'ids of subscriptions cost one call, whatever their number',
    query: '{ account(id: "poa:Account:1000009") { subscriptions { totalCount nodes { id } } } }',
    data: {
      account: {
        subscriptions: {
          totalCount: 2,
          nodes: [{ id: 'poa:Subscription:2000010' }, { id: 'poa:Subscription:2000011' }],
        },
      },
    },
    alone: ['pem.getAccountInfo', 'pem.getAccountSubscriptions'],
    together: ['pem.getAccountInfo', 'pem.getAccountSubscriptions'],
  },
  {
    title: 'names and limits of subscriptions are one call each, or one batch for all',
    query: `{ account(id: "poa:Account:1000009") { subscriptions { nodes {
      name active plan { id } resources { resourceTypeId } } } } }`,
    data: {
      account: {
        subscriptions: {
          nodes: [
            {
              name: '🚲 Windows',
              active: true,
              plan: { id: 'poa:HostingPlan:12' },
              resources: expect.any(Array),
            },
            {
              name: '🚲 Linux',
              active: false,
              plan: { id: 'poa:HostingPlan:13' },
              resources: expect.any(Array),
            },
          ],
        },
      },
    },
    alone: ['pem.getAccountInfo', 'pem.getAccountSubscriptions', ...times(2, 'pem.getSubscription')],
    together: ['pem.batchRequest', 'pem.getAccountInfo', 'pem.getAccountSubscriptions'],
  },
  {
    title: 'a subscription with its limits is one call, since the selection tells beforehand',
    query: '{ subscription(id: "poa:Subscription:2000007") { name resources { limit } } }',
    data: { subscription: { name: 'Viele Postfächer', resources: expect.any(Array) } },
    alone: ['pem.getSubscription'],
    together: ['pem.getSubscription'],
  },
  {
    title: 'a page of a hundred mailboxes with what the list tells is one call',
    query: `{ subscription(id: "poa:Subscription:2000007") { mailboxes(first: 100) {
      totalCount pageInfo { hasNextPage } nodes { address displayName login sizeKiB serviceUser { id } } } } }`,
    data: {
      subscription: {
        mailboxes: { totalCount: 100, pageInfo: { hasNextPage: false }, nodes: expect.any(Array) },
      },
    },
    alone: ['pem.exchange.getMailboxes', 'pem.getSubscription'],
    together: ['pem.exchange.getMailboxes', 'pem.getSubscription'],
  },
  {
    title: 'details of a page of mailboxes are one call each, or one batch for all',
    query: `{ subscription(id: "poa:Subscription:2000007") { mailboxes(first: 20) { nodes {
      status protocols { imap4 } limits { sizeKiB } } } } }`,
    data: { subscription: { mailboxes: { nodes: expect.any(Array) } } },
    alone: ['pem.exchange.getMailboxes', 'pem.getSubscription', ...times(20, 'pem.exchange.getMailboxInfo')],
    together: ['pem.batchRequest', 'pem.exchange.getMailboxes', 'pem.getSubscription'],
  },
  {
    title: 'the same object asked for in many places is read once',
    query: `{ a: account(id: "poa:Account:1000005") { kind } b: account(id: "poa:Account:1000005") { contact { email } }
      node(id: "poa:Account:1000005") { id ... on Account { parent { id } } } }`,
    data: {
      a: { kind: 'CUSTOMER' },
      b: { contact: { email: 'ida@nordlicht.example' } },
      node: { id: 'poa:Account:1000005', parent: { id: 'poa:Account:1000002' } },
    },
    alone: ['pem.getAccountInfo'],
    together: ['pem.getAccountInfo'],
  },
  {
    title: 'a domain by name is one call, and its hosting a detour over the list of its subscription',
    query: `{ domain(id: "poa:Domain:Nordlicht.EXAMPLE.") { id name nativeId account { id } kind hosting enabled
      registrarStatus nativeRegistrarStatus dnsManagementAllowed expiresOn nameServers subscription { id } } }`,
    data: {
      domain: {
        id: 'poa:Domain:nordlicht.example',
        name: 'nordlicht.example',
        nativeId: expect.stringMatching(/^3\d{6}$/),
        account: { id: 'poa:Account:1000005' },
        kind: 'DOMAIN',
        hosting: 'REGULAR',
        enabled: true,
        registrarStatus: 'READY',
        nativeRegistrarStatus: '30',
        dnsManagementAllowed: true,
        expiresOn: null,
        nameServers: expect.any(Array),
        subscription: { id: 'poa:Subscription:2000005' },
      },
    },
    alone: ['pem.getDomainByName', 'pem.getDomainList', 'pem.getDomainSubscription', 'pem.getNameServers'],
    together: ['pem.batchRequest', 'pem.getDomainByName', 'pem.getDomainList'],
  },
  {
    title: 'a mailbox by address leads to its user, its subscription and its domain',
    query: `{ mailboxesByAddress(address: "office@alpine-tours.example") { id address otherAddresses
      serviceUser { login } subscription { id } domain { id } } }`,
    data: {
      mailboxesByAddress: [
        {
          id: expect.stringMatching(/^poa:Mailbox:5\d{6}$/),
          address: 'office@alpine-tours.example',
          otherAddresses: expect.any(Array),
          serviceUser: { login: expect.any(String) },
          subscription: { id: 'poa:Subscription:2000006' },
          domain: { id: 'poa:Domain:alpine-tours.example' },
        },
      ],
    },
    alone: [
      'pem.exchange.getEmailAddresses',
      'pem.exchange.getMailboxByEmailAddress',
      'pem.exchange.getMailboxInfo',
      'pem.getDomainByName',
      'pem.getUserInfo',
    ],
    together: [
      'pem.batchRequest',
      'pem.exchange.getMailboxByEmailAddress',
      'pem.getDomainByName',
      'pem.getUserInfo',
    ],
  },
  {
    title: 'what POA has no call for is null without an error and without a call',
    query: `{ accounts(backend: "poa") { totalCount } accountBySignup(backend: "poa", signupId: "1") { id }
      domains(backend: "poa") { totalCount } emailBundles(domain: "nordlicht.example") { id }
      emailExpirations(backend: "poa") { totalCount } package(id: "poa:Package:1") { id }
      node(id: "poa:AccountMember:42") { id } }`,
    data: {
      accounts: null,
      accountBySignup: null,
      domains: null,
      emailBundles: null,
      emailExpirations: null,
      package: null,
      node: null,
    },
    alone: [],
    together: [],
  },
  {
    title: 'what POA does not know is null without an error',
    query: `{ account(id: "poa:Account:999") { id } domain(id: "poa:Domain:unknown.example") { id }
      accountByLogin(backend: "poa", login: "nobody") { id } mailbox(id: "poa:Mailbox:1") { id }
      nodes(ids: ["poa:Subscription:2000005", "poa:Subscription:1"]) { id } }`,
    data: {
      account: null,
      domain: null,
      accountByLogin: null,
      mailbox: null,
      nodes: [{ id: 'poa:Subscription:2000005' }, null],
    },
    alone: [
      'pem.exchange.getMailboxInfo',
      'pem.getAccountInfo',
      'pem.getAccountMemberByLogin',
      'pem.getDomainByName',
      'pem.getSubscription',
      'pem.getSubscription',
    ],
    // The batch fails with its first miss and is sent once more as single calls.
    together: [
      'pem.batchRequest',
      'pem.exchange.getMailboxInfo',
      'pem.getAccountInfo',
      'pem.getAccountMemberByLogin',
      'pem.getDomainByName',
      'pem.getSubscription',
      'pem.getSubscription',
    ],
  },
];

describe.each([
  ['alone', 'off'],
  ['together', 'on'],
] as const)('reads of POA that travel %s', (way, reads) => {
  let gateway: PoaGateway;
  beforeAll(async () => {
    gateway = await startPoaGateway({ batch: { reads } });
  });
  afterAll(() => gateway.close());

  it.each(CASES)('$title', async (read) => {
    const result = await gateway.run(read.query);
    expect(result).toEqual({ data: read.data });
    expect(gateway.takeCalls().sort()).toEqual([...read[way]].sort());
  });
});
