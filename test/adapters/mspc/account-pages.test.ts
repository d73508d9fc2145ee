import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createMspcBackend, type MspcGateway, startMspcGateway } from '../../support/mspc-gateway.js';
import { executeOperation } from '../../support/poa-gateway.js';
import { type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, dataSet } from './answers.js';

interface Page {
  readonly accounts: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly { readonly login: string }[];
  };
}

const QUERY = `query ($first: Int, $after: String, $recursive: Boolean) {
  accounts(backend: "mspc", first: $first, after: $after, recursive: $recursive) {
    totalCount pageInfo { hasNextPage endCursor } nodes { login } } }`;

describe.each([
  ['answers a row more than asked for', true],
  ['answers as many rows as asked for', false],
])('pages of a server that %s', (_which, pagingOffByOne) => {
  let gateway: MspcGateway;
  afterEach(() => gateway.close());

  async function page(variables: Readonly<Record<string, unknown>>): Promise<Page['accounts']> {
    // The schema answers what the query asks for.
    return ((await gateway.run(QUERY, variables)).data as unknown as Page).accounts;
  }

  it('follow each other without gaps and without repetitions', async () => {
    gateway = await startMspcGateway({ pagingOffByOne });
    const logins: string[] = [];
    let after: string | null = null;
    for (let hasNext = true; hasNext; ) {
      const { totalCount, pageInfo, nodes } = await page({ first: 4, after, recursive: true });
      expect(totalCount).toBe(17);
      expect(nodes.length).toBeLessThanOrEqual(4);
      logins.push(...nodes.map(({ login }) => login));
      after = pageInfo.endCursor;
      hasNext = pageInfo.hasNextPage;
    }
    const whole = await page({ first: 200, recursive: true });
    expect(logins).toEqual(whole.nodes.map(({ login }) => login));
    expect(new Set(logins).size).toBe(17);
  });

  it('end where the list ends', async () => {
    gateway = await startMspcGateway({ pagingOffByOne });
    const last = await page({ first: 6 });
    expect(last).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: false } });
    const beyond = await page({ first: 6, after: last.pageInfo.endCursor });
    expect(beyond).toMatchObject({
      totalCount: 6,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('may be empty, and still tell how many there are', async () => {
    gateway = await startMspcGateway({ pagingOffByOne });
    expect(await page({ first: 0 })).toMatchObject({
      totalCount: 6,
      pageInfo: { hasNextPage: true },
      nodes: [],
    });
  });
});

describe('a page', () => {
  let gateway: MspcGateway;
  afterEach(() => gateway.close());

  it('holds an account that the panel cannot show by itself', async () => {
    gateway = await startMspcGateway();
    const { data, errors } = await gateway.run(
      '{ accounts(backend: "mspc", owner: "mspc:Account:8") { nodes { login status nativeStatus contact { email phone { number } } } } }',
    );
    expect(data).toEqual({
      accounts: {
        nodes: [
          expect.objectContaining({
            login: 'datenleiche',
            status: 'OTHER',
            nativeStatus: '0',
            contact: { email: expect.any(String) as string, phone: null },
          }),
        ],
      },
    });
    expect(errors).toMatchObject([{ path: ['accounts', 'nodes', 0, 'contact', 'phone'] }]);
  });

  it('is empty for an account that the login may not see', async () => {
    gateway = await startMspcGateway({}, { username: 'alpenhost', password: 'sandbox-secret-alpenhost' });
    const result = await gateway.run(
      '{ accounts(backend: "mspc", owner: "mspc:Account:3") { totalCount nodes { id } } }',
    );
    expect(result).toEqual({ data: { accounts: { totalCount: 0, nodes: [] } } });
  });

  it('begins below the login’s own account, whose number is asked for once', async () => {
    gateway = await startMspcGateway({}, { username: 'alpenhost', password: 'sandbox-secret-alpenhost' });
    const query = '{ accounts(backend: "mspc") { nodes { login } } }';
    expect((await gateway.run(query)).data).toEqual({
      accounts: { nodes: [{ login: 'alpine' }, { login: 'gipfelbuch' }, { login: 'talstation' }] },
    });
    expect(gateway.takeCalls()).toEqual(['GetUserByUsername', 'GetUsersPaged']);
    await gateway.run(query);
    expect(gateway.takeCalls()).toEqual(['GetUsersPaged']);
  });
});

describe('a page of a damaged table', () => {
  let server: ScriptedServer;
  let backend: Backend;
  afterEach(async () => {
    await backend.close();
    await server.close();
  });

  const ask = async (tables: Readonly<Record<string, readonly string[]>>) => {
    server = await startScriptedServer(() => answer('GetUsersPaged', dataSet(tables)));
    backend = createMspcBackend({ url: server.url, username: 'api', password: 'secret' });
    return executeOperation(
      [backend],
      '{ accounts(backend: "mspc", owner: "mspc:Account:1", first: 3) { totalCount pageInfo { hasNextPage } nodes { login } } }',
    );
  };
  const row = (id: string | number) => `<UserID>${id}</UserID><Username>user${id}</Username>`;

  it('loses the row that cannot be read, and none beside it', async () => {
    const { data, errors } = await ask({
      Table: ['<Column1>3</Column1>'],
      Table1: [row(1), row('two'), row(3)],
    });
    expect(data).toMatchObject({
      accounts: { totalCount: 3, nodes: [{ login: 'user1' }, null, { login: 'user3' }] },
    });
    expect(errors).toMatchObject([
      { path: ['accounts', 'nodes', 1], originalError: { code: 'BACKEND_PROTOCOL_ERROR' } },
    ]);
    expect(errors?.[0]?.message).toMatch(
      /^Backend mspc answered GetUsersPaged with a record that cannot be read: .*UserID: not a 32-bit integer/,
    );
  });

  it.each([
    ['its table is missing', { Table1: [row(1)] }],
    ['it is no answer that is understood', {}],
    ['its row has no number', { Table: ['<Total>1</Total>'], Table1: [row(1)] }],
  ])('is not taken for an empty one where the total is not told: %s', async (_case, tables) => {
    const { data, errors } = await ask(tables);
    expect(data).toEqual({ accounts: null });
    expect(errors).toMatchObject([{ originalError: { code: 'BACKEND_PROTOCOL_ERROR' } }]);
  });

  it('does not lead on for ever', async () => {
    const { data } = await ask({ Table: ['<Column1>99</Column1>'] });
    expect(data).toMatchObject({ accounts: { totalCount: 99, pageInfo: { hasNextPage: false } } });
  });
});
