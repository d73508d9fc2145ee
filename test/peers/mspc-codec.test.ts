import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/model/index.js';
import { createMspcBackend } from '../support/mspc-gateway.js';
import { runOperation } from '../support/poa-gateway.js';
import { type AsmxOptions, type AsmxPeer, startAsmx } from './support/asmx.js';

const ADMINISTRATOR = { username: 'serveradmin', password: 'serveradmin' };
const RESELLER = { username: 'nordhost', password: 'n0rd-pass' };

const EVERYTHING = `{
  account(id: "mspc:Account:2") { login kind status peer parent { login } contact { firstName lastName companyName email
    phone { number } address { street postalCode city state country } } }
  listed: accounts(backend: "mspc", owner: "mspc:Account:2", first: 2) { totalCount pageInfo { hasNextPage }
    nodes { login status contact { lastName address { city } } } }
  all: accounts(backend: "mspc", recursive: true, first: 200) { totalCount nodes { id } }
  accountByLogin(backend: "mspc", login: "acme") { id packages { nodes { id name comments status purchasedAt
    plan { name description } addons { id quantity purchasedAt plan { name addon } } } } }
  free: loginAvailable(backend: "mspc", login: "nobody") taken: loginAvailable(backend: "mspc", login: "acme")
  package(id: "mspc:Package:4") { name comments status quotas { name allocated unlimited used kind group } }
  quotas: node(id: "mspc:Package:3") { ... on Package { quotas(names: ["Web.Sites"]) { quotaId allocated used } } }
  addon: node(id: "mspc:PackageAddon:1") { ... on PackageAddon { quantity status comments package { id } } }
  hostingPlan(id: "mspc:HostingPlan:3") { name description active account { login } groups { name enabled }
    quotas { name value unlimited kind } }
  plans: account(id: "mspc:Account:2") { hostingPlans { nodes { name description } } addons: hostingPlans(addons: true) {
    nodes { name } } offered: hostingPlans(offered: true) { nodes { name account { id } } } }
  none: account(id: "mspc:Account:99") { id }
  noPackage: package(id: "mspc:Package:99") { id }
  noPlan: hostingPlan(id: "mspc:HostingPlan:99") { id }
}`;

describe('the adapter against ASP.NET web services on Mono', () => {
  let peer: AsmxPeer;
  beforeAll(async () => {
    peer = await startAsmx();
  });
  afterAll(() => peer.close());

  const withBackend = async <T>(
    settings: Readonly<Record<string, unknown>>,
    use: (backend: Backend) => Promise<T>,
    { url } = peer,
  ): Promise<T> => {
    const backend = createMspcBackend({ url, timeZone: 'Europe/Berlin', ...ADMINISTRATOR, ...settings });
    try {
      return await use(backend);
    } finally {
      await backend.close();
    }
  };
  const ask = (query: string, settings: Readonly<Record<string, unknown>> = {}) =>
    withBackend(settings, (backend) => runOperation([backend], query));

  it('reads all that the graph can ask of it', async () => {
    expect(await ask(EVERYTHING)).toEqual({
      data: {
        account: {
          login: 'nordhost',
          kind: 'RESELLER',
          status: 'ACTIVE',
          peer: false,
          parent: { login: 'serveradmin' },
          contact: {
            firstName: 'Zoë',
            lastName: 'Lindström',
            companyName: 'Nord & Söhne <GmbH>',
            email: 'nordhost@example.test',
            phone: { number: '+45 00 00 00 00' },
            address: {
              street: 'Straße 1\nHinterhaus',
              postalCode: '02100',
              city: 'København',
              state: null,
              country: 'DK',
            },
          },
        },
        listed: {
          totalCount: 3,
          pageInfo: { hasNextPage: true },
          nodes: [
            { login: 'acme', status: 'ACTIVE', contact: { lastName: 'Keller', address: null } },
            { login: 'suspended', status: 'SUSPENDED', contact: { lastName: '小龍 😀', address: null } },
          ],
        },
        all: { totalCount: 6, nodes: [2, 3, 4, 5, 6, 8].map((id) => ({ id: `mspc:Account:${id}` })) },
        accountByLogin: {
          id: 'mspc:Account:3',
          packages: {
            nodes: [
              {
                id: 'mspc:Package:3',
                name: 'Starter',
                comments: '',
                status: 'ACTIVE',
                purchasedAt: '2016-04-06T00:00:00+02:00',
                plan: { name: 'Starter', description: 'small, 5 € a month' },
                addons: [
                  {
                    id: 'mspc:PackageAddon:1',
                    quantity: 2,
                    purchasedAt: '2016-05-01T00:00:00+02:00',
                    plan: { name: 'Extra disk', addon: true },
                  },
                ],
              },
            ],
          },
        },
        free: true,
        taken: false,
        package: {
          name: 'Ünïcode ☃ space',
          comments: 'own quotas',
          status: 'SUSPENDED',
          quotas: expect.arrayContaining([
            {
              name: 'OS.Diskspace',
              allocated: '6000',
              unlimited: false,
              used: '0',
              kind: 'AMOUNT',
              group: 'OS',
            },
          ]) as unknown[],
        },
        quotas: { quotas: [{ quotaId: 13, allocated: '2', used: '0' }] },
        addon: { quantity: 2, status: 'ACTIVE', comments: null, package: { id: 'mspc:Package:3' } },
        hostingPlan: {
          name: 'Business',
          description: null,
          active: true,
          account: { login: 'nordhost' },
          groups: [
            { name: 'OS', enabled: true },
            { name: 'Web', enabled: true },
            { name: 'Mail', enabled: true },
          ],
          quotas: expect.arrayContaining([
            { name: 'OS.Diskspace', value: '18000', unlimited: false, kind: 'AMOUNT' },
          ]) as unknown[],
        },
        plans: {
          hostingPlans: {
            nodes: [
              { name: 'Starter', description: 'small, 5 € a month' },
              { name: 'Business', description: null },
            ],
          },
          addons: { nodes: [{ name: 'Extra disk' }] },
          offered: { nodes: [{ name: 'Reseller M', account: { id: 'mspc:Account:1' } }] },
        },
        none: null,
        noPackage: null,
        noPlan: null,
      },
    });
  });

  it('turns the pages of a list one by one', () =>
    withBackend({}, async (backend) => {
      const logins: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 4; page += 1) {
        const { data } = await runOperation(
          [backend],
          'query ($after: String) { accounts(backend: "mspc", recursive: true, first: 2, after: $after) { pageInfo { endCursor } nodes { login } } }',
          { after },
        );
        // What the query asks for.
        const { accounts } = data as {
          accounts: { pageInfo: { endCursor: string | null }; nodes: { login: string }[] };
        };
        logins.push(...accounts.nodes.map(({ login }) => login));
        after = accounts.pageInfo.endCursor;
        if (after === null) break;
      }
      expect(logins).toEqual(['nordhost', 'acme', 'suspended', 'pending', 'demo', 'cancelled']);
    }));

  it('sends parameters that the server reads as they were meant', async () => {
    const before = (await peer.ledger()).length;
    await ask(
      '{ accountByLogin(backend: "mspc", login: "a<b>&c \\"d\\" é😀") { id } accounts(backend: "mspc", owner: "mspc:Account:2", first: 1) { totalCount } }',
    );
    const calls = (await peer.ledger()).slice(before);
    expect(calls.map(({ service, method, args }) => [service, method, Object.fromEntries(args)])).toEqual([
      ['esUsers', 'GetUserByUsername', { username: 'a<b>&c "d" é😀' }],
      [
        'esUsers',
        'GetUsersPaged',
        expect.objectContaining({ userId: '2', statusId: '0', roleId: '0', startRow: '0', maximumRows: '1' }),
      ],
    ]);
  });

  it('sees what a reseller sees', async () => {
    const result = await ask(
      '{ accounts(backend: "mspc") { totalCount } above: account(id: "mspc:Account:1") { login } beside: account(id: "mspc:Account:6") { login } }',
      RESELLER,
    );
    expect(result).toEqual({
      data: { accounts: { totalCount: 3 }, above: { login: 'serveradmin' }, beside: null },
    });
  });

  it('is told of a wrong login, a refusal and a method in the wrong namespace', async () => {
    const query = '{ account(id: "mspc:Account:2") { login } }';
    expect((await ask(query, { password: 'wrong' })).errors).toMatchObject([
      { message: 'Backend mspc refused the gateway’s login.' },
    ]);
    const hidden = await ask('{ package(id: "mspc:Package:4") { addons { id } } }', {
      username: 'acme',
      password: 'acme-pass',
    });
    expect(hidden.errors).toMatchObject([{ message: 'Backend mspc refused GetPackageAddons.' }]);
    const namespace = 'http://smbsaas/mspc/enterpriseserver';
    const misnamed = await ask(
      '{ package(id: "mspc:Package:4") { id } account(id: "mspc:Account:2") { id } }',
      {
        namespace,
      },
    );
    expect(misnamed.errors?.map(({ message }) => message).toSorted()).toEqual([
      'Backend mspc refused GetPackage.',
      'Backend mspc refused GetUserById.',
    ]);
  });

  it.each<[string, AsmxOptions]>([
    ['in chunks that end anywhere', { chunked: true }],
    ['with passwords in accounts', { addUser: 2 }],
    ['with members of later servers', { addUser: 4 }],
    ['for local callers', { callersAreLocal: true }],
  ])('reads the same from a server that answers %s', async (_variant, options) => {
    const other = await startAsmx(options);
    try {
      const there = await withBackend({}, (backend) => runOperation([backend], EVERYTHING), other);
      expect(there.errors).toBeUndefined();
      expect(there).toEqual(await ask(EVERYTHING));
      expect(JSON.stringify(there)).not.toMatch(/n0rd-pass|acme-pass/);
    } finally {
      await other.close();
    }
  });
});
