import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HsphereGateway, startHsphereGateway } from '../support/hsphere-gateway.js';

interface ReadCase {
  readonly title: string;
  readonly query: string;
  readonly data: unknown;
  /** Actions asked, sorted. */
  readonly calls: readonly string[];
}

const times = (count: number, action: string): string[] => Array.from({ length: count }, () => action);

const CASES: readonly ReadCase[] = [
  {
    title: 'an account and its quota are one call',
    query: `{ account(id: "hsphere:Account:5002") { id nativeId diskQuotaKiB backend { name kind status } } }`,
    data: {
      account: {
        id: 'hsphere:Account:5002',
        nativeId: '5002',
        diskQuotaKiB: 512000.5,
        backend: { name: 'hsphere', kind: 'HSPHERE', status: 'UP' },
      },
    },
    calls: ['getQuota'],
  },
  {
    title: 'what no call of the panel tells is null without a call beyond the one that proves the account',
    query: `{ account(id: "hsphere:Account:5001") { kind nativeKind status nativeStatus login peer demo contact { email }
      parent { id } children { totalCount } subscriptions { totalCount } packages { totalCount }
      hostingPlans { totalCount } } }`,
    data: {
      account: {
        kind: null,
        nativeKind: null,
        status: null,
        nativeStatus: null,
        login: null,
        peer: null,
        demo: null,
        contact: null,
        parent: null,
        children: null,
        subscriptions: null,
        packages: null,
        hostingPlans: null,
      },
    },
    calls: ['getQuota'],
  },
  {
    title: 'an account that is asked for twice is asked for once',
    query: `{ a: account(id: "hsphere:Account:5001") { id } b: account(id: "hsphere:Account:5001") { diskQuotaKiB }
      node(id: "hsphere:Account:5001") { ... on Account { diskQuotaKiB } } }`,
    data: {
      a: { id: 'hsphere:Account:5001' },
      b: { diskQuotaKiB: 102400 },
      node: { diskQuotaKiB: 102400 },
    },
    calls: ['getQuota'],
  },
  {
    title: 'the accounts of the login are one call, whatever their number',
    query: '{ accounts(backend: "hsphere", first: 2) { totalCount nodes { id } pageInfo { hasNextPage } } }',
    data: {
      accounts: {
        totalCount: 14,
        nodes: [{ id: 'hsphere:Account:5013' }, { id: 'hsphere:Account:5012' }],
        pageInfo: { hasNextPage: true },
      },
    },
    calls: ['getAccounts'],
  },
  {
    title: 'quotas of a page of accounts are a call each, in one wave',
    query: '{ accounts(backend: "hsphere", first: 4) { nodes { nativeId diskQuotaKiB } } }',
    data: {
      accounts: {
        nodes: [
          { nativeId: '5013', diskQuotaKiB: 1048576 },
          { nativeId: '5012', diskQuotaKiB: 2097152 },
          { nativeId: '5011', diskQuotaKiB: 307200 },
          { nativeId: '5010', diskQuotaKiB: 12345678.5 },
        ],
      },
    },
    calls: ['getAccounts', ...times(4, 'getQuota')],
  },
  {
    title: 'quotas come as doubles have them, with an exponent, with a fraction and zero',
    query: `{ nodes(ids: ["hsphere:Account:5005", "hsphere:Account:5008", "hsphere:Account:5009"]) {
      ... on Account { diskQuotaKiB } } }`,
    data: { nodes: [{ diskQuotaKiB: 1.6e10 }, { diskQuotaKiB: 0 }, { diskQuotaKiB: 0.1 }] },
    calls: times(3, 'getQuota'),
  },
  {
    title: 'accounts of somebody else than the login cannot be listed, which costs no call',
    query: '{ accounts(backend: "hsphere", owner: "hsphere:Account:5003") { totalCount } }',
    data: { accounts: null },
    calls: [],
  },
  {
    title: 'the account of a signup is one call, and one more for its quota',
    query: `{ known: accountBySignup(backend: "hsphere", signupId: "4294972308") { id diskQuotaKiB }
      unknown: accountBySignup(backend: "hsphere", signupId: "9223372036854775807") { id } }`,
    data: { known: { id: 'hsphere:Account:5012', diskQuotaKiB: 2097152 }, unknown: null },
    calls: ['getQuota', 'searchAccIdBySignupId', 'searchAccIdBySignupId'],
  },
  {
    title: 'whether a login is free is one call a login',
    query: `{ taken: loginAvailable(backend: "hsphere", login: "nordlicht")
      free: loginAvailable(backend: "hsphere", login: "nobody <&> Zoë") }`,
    data: { taken: false, free: true },
    calls: ['checkUser', 'checkUser'],
  },
  {
    title: 'what H-Sphere has no call for is null without an error and without a call',
    query: `{ accountByLogin(backend: "hsphere", login: "alpine") { id } domains(backend: "hsphere") { totalCount }
      serviceUserByLogin(backend: "hsphere", login: "alpine") { id } mailboxStores(backend: "hsphere") { id }
      node(id: "hsphere:Package:1") { id } domainsByName(name: "nordlicht.example") { id }
      mailboxesByAddress(address: "ida@nordlicht.example") { id } emailBundles(domain: "nordlicht.example") { id } }`,
    data: {
      accountByLogin: null,
      domains: null,
      serviceUserByLogin: null,
      mailboxStores: null,
      node: null,
      domainsByName: null,
      mailboxesByAddress: null,
      emailBundles: null,
    },
    calls: [],
  },
  {
    title: 'the backend tells what it can',
    query: '{ backends { name kind status capabilities } }',
    data: { backends: [{ name: 'hsphere', kind: 'HSPHERE', status: 'UP', capabilities: ['LIST_ACCOUNTS'] }] },
    calls: [],
  },
];

describe.each([
  ['stock', 'chunked', 'reference'],
  ['bare', 'http10', 'inline'],
  ['sample', 'sized', 'reference'],
] as const)('reads of an H-Sphere with the %s engine, answers %s, beans by %s', (engine, framing, beans) => {
  let gateway: HsphereGateway;
  beforeAll(async () => {
    gateway = await startHsphereGateway({ engine, framing }, { beans });
  });
  afterAll(() => gateway.close());

  it.each(CASES)('$title', async ({ query, data, calls }) => {
    expect(await gateway.run(query)).toEqual({ data });
    expect(gateway.takeCalls().sort()).toEqual([...calls].sort());
  });

  it('walks the pages of a list', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await accountsAfter(gateway, after);
      seen.push(...page.nodes.map(({ nativeId }) => nativeId));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(14);
    expect(new Set(seen).size).toBe(14);
    expect(gateway.takeCalls()).toEqual(times(3, 'getAccounts'));
  });

  it.each([
    ['0', '{ account(id: "hsphere:Account:0") { id } }'],
    ['a leading zero', '{ account(id: "hsphere:Account:05001") { id } }'],
    ['a sign', '{ account(id: "hsphere:Account:-5") { id } }'],
    ['more than 64 bits', '{ account(id: "hsphere:Account:9223372036854775808") { id } }'],
    ['a word', '{ account(id: "hsphere:Account:admin") { id } }'],
    ['a signup that is no number', '{ accountBySignup(backend: "hsphere", signupId: "12x") { id } }'],
    ['a signup of 0', '{ accountBySignup(backend: "hsphere", signupId: "0") { id } }'],
  ])('refuses %s before any call', async (_, query) => {
    const { errors } = await gateway.run(query);
    expect(errors).toMatchObject([{ message: expect.stringContaining('a whole number from 1 to 2^63 - 1') }]);
    expect(gateway.takeCalls()).toEqual([]);
  });
});

interface AccountsPage {
  readonly nodes: ReadonlyArray<{ readonly nativeId: string }>;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

async function accountsAfter(gateway: HsphereGateway, after: string | null): Promise<AccountsPage> {
  const query = `query ($after: String) { accounts(backend: "hsphere", first: 5, after: $after) {
    nodes { nativeId } pageInfo { endCursor hasNextPage } } }`;
  const { data } = await gateway.run(query, { after });
  // The shape of the selection above.
  return (data as { accounts: AccountsPage }).accounts;
}
