import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EnomGateway, startEnomGateway } from '../support/enom-gateway.js';

interface ReadCase {
  readonly title: string;
  readonly query: string;
  readonly data: unknown;
  /** Commands sent, sorted. */
  readonly calls: readonly string[];
  /** The longest chain of commands that wait for each other. */
  readonly waves: number;
}

const times = (count: number, method: string): string[] => Array.from({ length: count }, () => method);

const CASES: readonly ReadCase[] = [
  {
    title: 'a domain with its registration and its name servers is one call',
    query: `{ domain(id: "enom:Domain:Nordlicht.EXAMPLE.") { id nativeId name backend { name kind } expiresOn
      registrarStatus nativeRegistrarStatus nameServers kind hosting enabled dnsManagementAllowed
      account { id } subscription { id } } }`,
    data: {
      domain: {
        id: 'enom:Domain:nordlicht.example',
        nativeId: '240118708',
        name: 'nordlicht.example',
        backend: { name: 'enom', kind: 'ENOM' },
        expiresOn: '2027-02-10',
        registrarStatus: 'REGISTERED',
        nativeRegistrarStatus: 'Registered',
        nameServers: ['dns1', 'dns2', 'dns3', 'dns4', 'dns5'].map((host) => `${host}.name-services.example`),
        kind: null,
        hosting: null,
        enabled: null,
        dnsManagementAllowed: null,
        account: null,
        subscription: null,
      },
    },
    calls: ['GetDomainInfo'],
    waves: 1,
  },
  {
    title: 'automatic renewal, lock and catch-all are one call each, and only where they are asked for',
    query: `{ a: domain(id: "enom:Domain:seeblick.example") { autoRenew registrarLock }
      b: domain(id: "enom:Domain:bergbahn.example") { catchAll } c: domain(id: "enom:Domain:werft.example") { catchAll } }`,
    data: {
      a: { autoRenew: false, registrarLock: false },
      b: { catchAll: 'leitung@bergbahn.example' },
      c: { catchAll: null },
    },
    calls: ['GetCatchAll', 'GetCatchAll', ...times(3, 'GetDomainInfo'), 'GetRegLock', 'GetRenew'],
    waves: 2,
  },
  {
    title: 'own name servers are told by the same call',
    query: '{ domain(id: "enom:Domain:leuchtturm.example") { nameServers } }',
    data: { domain: { nameServers: ['ns1.leuchtturm.example', 'ns2.leuchtturm.example'] } },
    calls: ['GetDomainInfo'],
    waves: 1,
  },
  {
    title: 'a suffix of two labels belongs to the name',
    query: `{ domain(id: "enom:Domain:bodensee-demo.co.uk") { id }
      domainsByName(name: "KÜCHENWERK.example") { id name } }`,
    data: {
      domain: { id: 'enom:Domain:bodensee-demo.co.uk' },
      domainsByName: [{ id: 'enom:Domain:xn--kchenwerk-q9a.example', name: 'xn--kchenwerk-q9a.example' }],
    },
    calls: ['GetDomainInfo', 'GetDomainInfo'],
    waves: 1,
  },
  {
    title: 'mailboxes and bundles of a domain are one call together',
    query: `{ domain(id: "enom:Domain:kaffeehaus.example") {
      emailBundles { id nativeId quantity available capacityMiB expiresOn autoRenew productType version domain { id }
        mailboxes { totalCount nodes { address } } }
      mailboxes { totalCount nodes { id nativeId address login administrator sizeKiB limits { sizeKiB maxRecipients }
        displayName status protocols { pop3 } bundle { id } subscription { id } serviceUser { id } } } } }`,
    data: {
      domain: {
        emailBundles: [
          {
            id: 'enom:EmailBundle:kaffeehaus.example~1003987',
            nativeId: 'kaffeehaus.example~1003987',
            quantity: 10,
            available: 10,
            capacityMiB: 1024,
            expiresOn: '2026-05-19',
            autoRenew: false,
            productType: '2011',
            version: '3',
            domain: { id: 'enom:Domain:kaffeehaus.example' },
            mailboxes: { totalCount: 0, nodes: [] },
          },
          {
            id: 'enom:EmailBundle:kaffeehaus.example~1004310',
            nativeId: 'kaffeehaus.example~1004310',
            quantity: 5,
            available: 3,
            capacityMiB: 10_240,
            expiresOn: '2026-11-18',
            autoRenew: true,
            productType: '2011',
            version: '3',
            domain: { id: 'enom:Domain:kaffeehaus.example' },
            mailboxes: {
              totalCount: 2,
              nodes: [{ address: 'theke@kaffeehaus.example' }, { address: 'einkauf@kaffeehaus.example' }],
            },
          },
        ],
        mailboxes: {
          totalCount: 2,
          nodes: [
            {
              id: 'enom:Mailbox:theke@kaffeehaus.example',
              nativeId: 'theke@kaffeehaus.example',
              address: 'theke@kaffeehaus.example',
              login: 'theke',
              administrator: true,
              sizeKiB: '1484800',
              limits: { sizeKiB: '10485760', maxRecipients: null },
              displayName: null,
              status: null,
              protocols: null,
              bundle: { id: 'enom:EmailBundle:kaffeehaus.example~1004310' },
              subscription: null,
              serviceUser: null,
            },
            expect.objectContaining({ address: 'einkauf@kaffeehaus.example', administrator: false }),
          ],
        },
      },
    },
    calls: ['GetDomainInfo', 'GetPOP3'],
    waves: 2,
  },
  {
    title: 'a bundle, a mailbox and an address of one domain are one call together, in any case',
    query: `{ emailBundle(id: "enom:EmailBundle:Nordlicht.example~1004279") { quantity available }
      mailbox(id: "enom:Mailbox:IDA@nordlicht.example") { id administrator }
      mailboxesByAddress(address: "redaktion@NORDLICHT.example") { id sizeKiB }
      emailBundles(domain: "nordlicht.example") { id } }`,
    data: {
      emailBundle: { quantity: 15, available: 12 },
      mailbox: { id: 'enom:Mailbox:ida@nordlicht.example', administrator: true },
      mailboxesByAddress: [{ id: 'enom:Mailbox:redaktion@nordlicht.example', sizeKiB: '314368' }],
      emailBundles: [{ id: 'enom:EmailBundle:nordlicht.example~1004279' }],
    },
    calls: ['GetPOP3'],
    waves: 1,
  },
  {
    title: 'a bundle knows its domain by name, and more of it is one call more',
    query: `{ emailBundle(id: "enom:EmailBundle:neuland.example~1004402") { domain { name registrarLock } mailboxes { totalCount } } 
      other: emailBundle(id: "enom:EmailBundle:spielplatz.example~1004371") { domain { expiresOn autoRenew } } }`,
    data: {
      emailBundle: { domain: { name: 'neuland.example', registrarLock: true }, mailboxes: { totalCount: 0 } },
      other: { domain: { expiresOn: '2026-10-28', autoRenew: true } },
    },
    calls: ['GetDomainInfo', 'GetPOP3', 'GetPOP3', 'GetRegLock', 'GetRenew'],
    waves: 2,
  },
  {
    title: 'forwardings are one call a mailbox',
    query: `{ domain(id: "enom:Domain:nordlicht.example") { mailboxes { nodes { login forwarding { to keepsCopy } domain { id } } } }
      mailbox(id: "enom:Mailbox:kasse@bergbahn.example") { forwarding { to keepsCopy } } }`,
    data: {
      domain: {
        mailboxes: {
          nodes: [
            { login: 'redaktion', forwarding: null, domain: { id: 'enom:Domain:nordlicht.example' } },
            { login: 'ida', forwarding: null, domain: { id: 'enom:Domain:nordlicht.example' } },
            {
              login: 'kontakt',
              forwarding: { to: ['empfang@alpine-tours.example'], keepsCopy: null },
              domain: { id: 'enom:Domain:nordlicht.example' },
            },
          ],
        },
      },
      mailbox: { forwarding: { to: ['buchung@alpine-tours.example'], keepsCopy: null } },
    },
    calls: ['GetDomainInfo', 'GetPOP3', 'GetPOP3', ...times(4, 'GetPOPForwarding')],
    waves: 3,
  },
  {
    title: 'a page of domains with dates and renewals is one call',
    query: `{ domains(backend: "enom", first: 2) { totalCount pageInfo { hasNextPage hasPreviousPage }
      nodes { id nativeId expiresOn autoRenew kind account { id } } } }`,
    data: {
      domains: {
        totalCount: 15,
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
        nodes: [
          {
            id: 'enom:Domain:alpine-tours.example',
            nativeId: '240118701',
            expiresOn: '2026-12-27',
            autoRenew: true,
            kind: null,
            account: null,
          },
          expect.objectContaining({ id: 'enom:Domain:bergbahn.example', expiresOn: '2026-09-03' }),
        ],
      },
    },
    calls: ['GetDomains'],
    waves: 1,
  },
  {
    title: 'what a list of domains does not tell is one call a domain',
    query: '{ domains(backend: "enom", first: 3) { nodes { registrarStatus registrarLock } } }',
    data: {
      domains: { nodes: times(3, '').map(() => ({ registrarStatus: 'REGISTERED', registrarLock: true })) },
    },
    calls: [...times(3, 'GetDomainInfo'), 'GetDomains', ...times(3, 'GetRegLock')],
    waves: 2,
  },
  {
    title: 'the number of domains is one call, with no domain in its answer',
    query: '{ domains(backend: "enom", first: 0) { totalCount nodes { id } pageInfo { hasNextPage } } }',
    data: { domains: { totalCount: 15, nodes: [], pageInfo: { hasNextPage: true } } },
    calls: ['GetDomains'],
    waves: 1,
  },
  {
    title: 'what ends when is one call for the whole account',
    query: `{ emailExpirations(backend: "enom", first: 2) { totalCount nodes { domainName expiresOn autoRenew } } }`,
    data: {
      emailExpirations: {
        totalCount: 7,
        nodes: [
          { domainName: 'bergbahn.example', expiresOn: '2026-07-31', autoRenew: false },
          { domainName: 'kaffeehaus.example', expiresOn: '2026-05-19', autoRenew: false },
        ],
      },
    },
    calls: ['GetPOPExpirations'],
    waves: 1,
  },
  {
    title: 'bundles that end are one call a domain more',
    query: '{ emailExpirations(backend: "enom", first: 3) { nodes { bundle { id available } } } }',
    data: {
      emailExpirations: {
        nodes: [
          { bundle: { id: 'enom:EmailBundle:bergbahn.example~44120', available: 8 } },
          { bundle: { id: 'enom:EmailBundle:kaffeehaus.example~1003987', available: 10 } },
          { bundle: { id: 'enom:EmailBundle:kaffeehaus.example~1004310', available: 3 } },
        ],
      },
    },
    calls: ['GetPOP3', 'GetPOP3', 'GetPOPExpirations'],
    waves: 2,
  },
  {
    title: 'what eNom has no call for is null without an error and without a call',
    query: `{ accounts(backend: "enom") { totalCount } accountByLogin(backend: "enom", login: "a") { id }
      loginAvailable(backend: "enom", login: "a") account(id: "enom:Account:1") { id } mailboxStores(backend: "enom") { id }
      package(id: "enom:Package:1") { id } node(id: "enom:Subscription:1") { id } task(id: "enom:Task:1") { id } }`,
    data: {
      accounts: null,
      accountByLogin: null,
      loginAvailable: null,
      account: null,
      mailboxStores: null,
      package: null,
      node: null,
      task: null,
    },
    calls: [],
    waves: 0,
  },
  {
    title: 'what eNom does not know is null without an error',
    query: `{ domain(id: "enom:Domain:unknown.example") { id } domainsByName(name: "www.nordlicht.example") { id }
      emailBundles(domain: "unknown.example") { id } mailboxesByAddress(address: "a@unknown.example") { id }
      mailbox(id: "enom:Mailbox:nobody@nordlicht.example") { id }
      nodes(ids: ["enom:EmailBundle:nordlicht.example~1", "enom:EmailBundle:unknown.example~1004279"]) { id } }`,
    data: {
      domain: null,
      domainsByName: [],
      emailBundles: [],
      mailboxesByAddress: [],
      mailbox: null,
      nodes: [null, null],
    },
    calls: ['GetDomainInfo', 'GetDomainInfo', 'GetPOP3', 'GetPOP3'],
    waves: 1,
  },
  {
    title: 'a domain without email has no bundles and no mailboxes',
    query:
      '{ domain(id: "enom:Domain:alpine-tours.example") { emailBundles { id } mailboxes { totalCount } } }',
    data: { domain: { emailBundles: [], mailboxes: { totalCount: 0 } } },
    calls: ['GetDomainInfo', 'GetPOP3'],
    waves: 2,
  },
  {
    title: 'older paks are told in the same words as newer ones',
    query: `{ emailBundles(domain: "bergbahn.example") { id quantity available expiresOn autoRenew productType version
      mailboxes { nodes { address administrator sizeKiB } } } }`,
    data: {
      emailBundles: [
        {
          id: 'enom:EmailBundle:bergbahn.example~44120',
          quantity: 10,
          available: 8,
          expiresOn: '2026-07-31',
          autoRenew: false,
          productType: '38',
          version: null,
          mailboxes: {
            nodes: [
              { address: 'leitung@bergbahn.example', administrator: true, sizeKiB: '217088' },
              { address: 'kasse@bergbahn.example', administrator: false, sizeKiB: '0' },
            ],
          },
        },
      ],
    },
    calls: ['GetPOP3'],
    waves: 1,
  },
];

describe.each(['documented', 'lower'] as const)('reads of eNom, names in %s case', (elementCase) => {
  let gateway: EnomGateway;
  beforeAll(async () => {
    gateway = await startEnomGateway({}, { elementCase, now: () => new Date('2026-05-31T14:00:00Z') });
  });
  afterAll(() => gateway.close());

  it.each(CASES)('$title', async (read) => {
    expect(await gateway.run(read.query)).toEqual({ data: read.data });
    expect(gateway.takeCalls().sort()).toEqual([...read.calls].sort());
    expect(gateway.takeWaves()).toBe(read.waves);
    expect(gateway.simulator.credentialsInUrl).toBe(0);
  });
});

describe('an expired domain at eNom', () => {
  it('is told with its name servers, while its renewal is refused', async () => {
    const gateway = await startEnomGateway();
    const result = await gateway.run(
      '{ domain(id: "enom:Domain:ausgelaufen.example") { registrarStatus nativeRegistrarStatus nameServers autoRenew } }',
    );
    expect(result).toMatchObject({
      data: {
        domain: {
          registrarStatus: 'OTHER',
          nativeRegistrarStatus: 'Expired',
          nameServers: expect.any(Array),
          autoRenew: null,
        },
      },
      errors: [{ path: ['domain', 'autoRenew'] }],
    });
    await gateway.close();
  });
});
