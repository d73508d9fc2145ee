import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FourPanels, startFourPanels } from '../../support/four-panels.js';
import { callerWith, createNativeGraph, type NativeGraph } from '../../support/native-graph.js';

let panels: FourPanels;
let graph: NativeGraph;

beforeAll(async () => {
  panels = await startFourPanels();
  graph = createNativeGraph(panels.backends);
});
afterEach(() => {
  panels.simulators.poa.reset();
  panels.takeCalls();
});
afterAll(() => panels.close());

const codes = (answer: { errors?: readonly { extensions?: unknown }[] }) =>
  (answer.errors ?? []).map(({ extensions }) => (extensions as { code?: unknown }).code);

describe('several writes as one', () => {
  const transaction = (calls: string, more = '') =>
    graph.run(`mutation { poa_transaction(calls: [${calls}]${more}) { result idempotencyKey replayed } }`);
  const disable = (id: number) => `{ method: "pem.disableAccount", params: { account_id: ${id} } }`;

  it('all happen, with what each answered', async () => {
    const answer = await transaction(`${disable(1000005)}, ${disable(1000006)}`, ', idempotencyKey: "t-1"');
    expect(answer.data).toEqual({
      poa_transaction: { result: [null, null], idempotencyKey: 't-1', replayed: false },
    });
    expect(panels.takeCalls().poa).toEqual([
      'txn.Begin',
      'pem.disableAccount',
      'pem.disableAccount',
      'txn.Commit',
    ]);
    const again = await transaction(`${disable(1000005)}, ${disable(1000006)}`, ', idempotencyKey: "t-1"');
    expect(again.data).toMatchObject({ poa_transaction: { replayed: true } });
    expect(panels.takeCalls().poa).toEqual([]);
  });

  it('none happens when one is refused', async () => {
    const answer = await transaction(`${disable(1000005)}, ${disable(9)}`);
    expect(codes(answer)).toEqual(['BACKEND_FAULT']);
    const { data } = await graph.run('{ poa_getAccountSubscriptions(input: { account_id: 1000005 }) }');
    expect(data).toBeTruthy();
    expect(panels.takeCalls().poa).not.toContain('txn.Commit');
  });

  it('go out in one request as a batch', async () => {
    const answer = await graph.run(
      `mutation { poa_batch(calls: [${disable(1000005)}, ${disable(1000006)}]) { replayed } }`,
    );
    expect(answer.data).toEqual({ poa_batch: { replayed: false } });
    expect(panels.takeCalls().poa?.[0]).toBe('pem.batchRequest');
  });

  it.each([
    ['a read', '{ method: "pem.getAccountInfo", params: { account_id: 1 } }', 'calls.0.method'],
    ['a control of its own', '{ method: "txn.Commit", params: { txn_id: "x" } }', 'calls.0.method'],
    ['a batch', '{ method: "pem.batchRequest", params: { calls: [] } }', 'calls.0.method'],
    ['what is no method', '{ method: "toString" }', 'calls.0.method'],
    [
      'what its descriptor does not allow',
      '{ method: "pem.disableAccount", params: { account_id: "x" } }',
      'calls.0.params.account_id',
    ],
    [
      'a name of every object',
      '{ method: "pem.disableAccount", params: { account_id: 1, __proto__: 2 } }',
      'calls.0.params.__proto__',
    ],
  ])('do not begin with %s among them', async (_what, call, field) => {
    const answer = await transaction(call);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: field.split('.') });
    expect(panels.takeCalls().poa).toEqual([]);
  });

  it('are at most 100', async () => {
    expect(codes(await transaction(Array.from({ length: 101 }, () => disable(1)).join()))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect(codes(await transaction(''))).toEqual(['BAD_USER_INPUT']);
  });

  it('take the roles of every one of them', async () => {
    const calls = '{ method: "pem.removeAccount", params: { account_id: 1000005 } }';
    const answer = await graph.run(
      `mutation { poa_transaction(calls: [${calls}]) { replayed } }`,
      {},
      callerWith(['native']),
    );
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(panels.takeCalls().poa).toEqual([]);
  });
});
