import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DoubleScalar } from '../../../src/native/scalars.js';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';
import { callerWith, createNativeGraph, type NativeGraph } from '../../support/native-graph.js';
import { createPoaBackend } from '../../support/poa-gateway.js';

let panels: FourPanels;
let graph: NativeGraph;

beforeAll(async () => {
  panels = await startFourPanels();
  graph = createNativeGraph(panels.backends);
});
afterEach(() => {
  for (const simulator of Object.values(panels.simulators)) simulator.reset();
  panels.takeCalls();
});
afterAll(() => panels.close());

const codes = (answer: { errors?: readonly { extensions?: unknown }[] }) =>
  (answer.errors ?? []).map(({ extensions }) => (extensions as { code?: unknown }).code);

describe('a read of the native graph', () => {
  it('makes equal calls of one request once', async () => {
    const one = 'poa_getAccountInfo(input: { account_id: 1000005 }) { account_type }';
    const answer = await graph.run(`{ a: ${one} b: ${one} c: ${one.replace('1000005', '1000006')} }`);
    expect(answer.errors).toBeUndefined();
    expect(panels.takeCalls().poa?.filter((method) => method === 'pem.getAccountInfo')).toHaveLength(2);
  });

  it('asks panels of several kinds in one request', async () => {
    const answer = await graph.run(`{
      enom_getPOP3(input: { sld: "nordlicht", tld: "example" }) { pop { __typename } }
      hsphere_getQuota(input: { accountId: "1001" })
      mspc_getUserByUsername(input: { username: "serveradmin" }) { Username RoleId }
    }`);
    const { mspc, hsphere, enom } = panels.takeCalls();
    expect({ mspc, hsphere, enom }).toEqual({
      mspc: ['GetUserByUsername'],
      hsphere: ['getQuota'],
      enom: ['GetPOP3'],
    });
    expect(answer.data).toMatchObject({ mspc_getUserByUsername: { Username: 'serveradmin' } });
  });

  it('costs the fields of a dead panel and no others', async () => {
    const dead = createPoaBackend({ ...panels.simulators.poa.configuration, url: 'http://127.0.0.1:9/' });
    const both = createNativeGraph([dead, ...panels.backends.filter(({ kind }) => kind === 'MSPC')]);
    const answer = await both.run(`{
      poa_getAccountInfo(input: { account_id: 1000005 }) { account_type }
      mspc_getUserByUsername(input: { username: "serveradmin" }) { Username }
    }`);
    expect(codes(answer)).toEqual(['BACKEND_UNAVAILABLE']);
    expect(answer.data).toMatchObject({
      poa_getAccountInfo: null,
      mspc_getUserByUsername: { Username: 'serveradmin' },
    });
    await dead.close();
  });

  it('tells a refusal by the panel’s code and words', async () => {
    const answer = await graph.run('{ poa_getAccountInfo(input: { account_id: 9 }) { account_type } }');
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'BACKEND_FAULT',
      native: { backend: 'poa', method: 'pem.getAccountInfo' },
    });
  });

  it('asks for the backend where the caller has several of a kind', async () => {
    const second = createPoaBackend(panels.simulators.poa.configuration, 'poa-two');
    const both = createNativeGraph([...panels.backends, second]);
    const read = (args: string) =>
      both.run(`{ poa_getAccountInfo(${args} input: { account_id: 1000005 }) { account_type } }`);
    expect(await read('')).toMatchObject({
      errors: [{ message: 'backend must be one of poa, poa-two', extensions: { field: ['backend'] } }],
    });
    expect((await read('backend: "poa-two"')).data).toMatchObject({
      poa_getAccountInfo: { account_type: 'C' },
    });
    expect(codes(await read('backend: "mspc"'))).toEqual(['BAD_USER_INPUT']);
    const oneOnly = callerWith(['native'], { backends: new Set(['poa-two']) });
    const own = await both.run(
      '{ poa_getAccountInfo(input: { account_id: 1000005 }) { account_type } }',
      {},
      oneOnly,
    );
    expect(own.data).toMatchObject({ poa_getAccountInfo: { account_type: 'C' } });
    await second.close();
  });

  it('checks what GraphQL’s types cannot say, before anything is asked', async () => {
    const bounded = await graph.run(
      `mutation { enom_purchaseServices(idempotencyKey: "k", input: { service: pop3, sld: "a", tld: "b",
        quantity: 1000, quantityunit: boxes, capacity: 1, billingperiod: year, billingperiodcount: 1 }) { replayed } }`,
    );
    expect(bounded.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(Object.values(panels.takeCalls()).flat()).toEqual([]);
  });
});

describe('a number without an end', () => {
  it('is told as text, where JSON has no number for it', async () => {
    const quotas = await Promise.all(
      ['1001', '1002', '1003'].map((id) => graph.run(`{ hsphere_getQuota(input: { accountId: "${id}" }) }`)),
    );
    expect(quotas.flatMap(codes).filter((code) => code !== 'BACKEND_FAULT')).toEqual([]);
    expect(DoubleScalar.serialize(Number.POSITIVE_INFINITY)).toBe('INF');
    expect(DoubleScalar.parseValue('-INF')).toBe(Number.NEGATIVE_INFINITY);
    expect(() => DoubleScalar.parseValue('hunter2')).toThrow('Double takes a number, "INF" or "-INF"');
  });
});

describe('a write of the native graph', () => {
  const disable = (args: string) =>
    graph.run(`mutation { poa_disableAccount(${args}) { idempotencyKey replayed proven } }`);

  it('is sent once for a key', async () => {
    const args = 'input: { account_id: 1000005 }, idempotencyKey: "w-1"';
    expect((await disable(args)).data).toEqual({
      poa_disableAccount: { idempotencyKey: 'w-1', replayed: false, proven: true },
    });
    expect((await disable(args)).data).toMatchObject({ poa_disableAccount: { replayed: true } });
    expect(panels.takeCalls().poa).toEqual(['pem.disableAccount']);
  });

  it('has a key made where none was sent', async () => {
    const { data } = await disable('input: { account_id: 1000005 }');
    expect(data?.poa_disableAccount).toMatchObject({ idempotencyKey: expect.stringMatching(/.{20}/) });
  });

  it('tells a refusal again by its key, and does not ask the panel', async () => {
    const args = 'input: { account_id: 9 }, idempotencyKey: "w-2"';
    const first = await disable(args);
    const second = await disable(args);
    expect(first.errors?.[0]?.extensions).toMatchObject({ code: 'BACKEND_FAULT', idempotencyKey: 'w-2' });
    expect(second.errors?.[0]?.extensions).toEqual(first.errors?.[0]?.extensions);
    expect(panels.takeCalls().poa).toEqual(['pem.disableAccount']);
  });

  it.each(['replyLost', 'drop', 'hang'] as const)(
    'says that nobody knows after %s, and sends nothing again',
    async (kind) => {
      const backend = createPoaBackend({ ...panels.simulators.poa.configuration, writeTimeoutMs: 1_000 });
      const own = createNativeGraph([backend]);
      panels.simulators.poa.faults.next('pem.disableAccount', { kind });
      const mutation = `mutation { poa_disableAccount(input: { account_id: 1000005 }, idempotencyKey: "${kind}") { replayed } }`;
      const first = await own.run(mutation);
      expect(first.errors?.[0]?.extensions).toMatchObject({ code: 'OUTCOME_UNKNOWN', idempotencyKey: kind });
      expect(codes(await own.run(mutation))).toEqual(['OUTCOME_UNKNOWN']);
      expect(panels.takeCalls().poa?.filter((method) => method === 'pem.disableAccount')).toHaveLength(1);
      await backend.close();
    },
  );

  it('keeps the ids of what it made for a replay', async () => {
    const input = {
      account_id: 1000005,
      auth: { login: 'neuling', password: 'Kx7!pass-wort' },
      person: { first_name: 'Ada', last_name: 'Neu' },
      address: { street_name: 'Weg', zipcode: '1', city: 'B', country: 'de', state: 'BE' },
      phone: { country_code: '49', area_code: '30', phone_num: '123' },
      email: 'ada@example.test',
    };
    const first = await graph.call('poa_addAccountMember', { input, idempotencyKey: 'member' });
    const again = await graph.call('poa_addAccountMember', { input, idempotencyKey: 'member' });
    const made = first.data?.poa_addAccountMember as { result: { user_id: number } };
    expect(made.result.user_id).toBeGreaterThan(0);
    expect(again.data?.poa_addAccountMember).toEqual({ ...made, replayed: true });
    expect(graph.recordsText()).not.toMatch(/Kx7|neuling|Ada/);
  });

  it('asks for a key where money moves', async () => {
    const answer = await graph.run(
      'mutation { hsphere_addCredit(input: { accountId: "1001", amount: "5.00", description: "x" }) { replayed } }',
    );
    expect(answer.errors?.[0]?.message).toMatch(/idempotencyKey/);
    expect(panels.takeCalls().hsphere).toEqual([]);
  });
});
