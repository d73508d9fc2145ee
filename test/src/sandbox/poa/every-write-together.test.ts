import { beforeEach, describe, expect, it } from 'vitest';
import { dispatch } from '../../../../src/sandbox/poa/dispatch.js';
import { findMethod } from '../../../../src/sandbox/poa/methods.js';
import { seed } from '../../../../src/sandbox/poa/seed.js';
import { State } from '../../../../src/sandbox/poa/state.js';
import type { Received } from '../../../../src/sandbox/poa/wire/values.js';
import { EXAMPLES } from './examples.js';
import { rowsOf } from './rows.js';

/** Every change that there is, with parameters of which each may build on those before. */
const WRITES = Object.entries(EXAMPLES).filter(([name]) => findMethod(name)?.changes === true);
const NAMES = WRITES.map(([name]) => name);

describe('POA simulator, all changes together', () => {
  let state: State;
  beforeEach(() => {
    state = new State(seed, () => 0);
  });

  /** What the wire carries: plain values, of which the examples consist. */
  const send = (method: string, ...params: readonly object[]) =>
    Object(dispatch(state, method, params as unknown as Received[], 'none')) as { status: number };
  const ledger = () => [...state.data.ledger.rows()].map(({ method }) => method);
  const operations = WRITES.map(([operation, parameters]) => ({ operation, parameters }));

  function sendAllIn(txn_id: string) {
    send('txn.Begin', { txn_id });
    for (const [name, [params]] of WRITES)
      expect([name, send(name, { ...params, txn_id })]).toMatchObject([name, { status: 0 }]);
  }

  it('leaves nothing behind when a transaction of all of them is rolled back', () => {
    const before = rowsOf(state.data);
    sendAllIn('all');
    expect(rowsOf(state.data)).toEqual(before);
    send('txn.Rollback', { txn_id: 'all' });
    expect(rowsOf(state.data)).toEqual(before);
    expect(ledger()).toEqual([]);
  });

  it('shows all of them at once when their transaction is committed', () => {
    const before = rowsOf(state.data);
    sendAllIn('all');
    expect(send('txn.Commit', { txn_id: 'all' })).toEqual({ status: 0 });
    expect(rowsOf(state.data)).not.toEqual(before);
    expect(ledger()).toEqual(NAMES);
  });

  it('runs all of them in one batch, and notes each', () => {
    expect(send('pem.batchRequest', ...operations)).toEqual({ status: 0 });
    expect(ledger()).toEqual(NAMES);
  });

  it('leaves nothing behind when the last operation of a batch is refused', () => {
    const before = rowsOf(state.data);
    const last = { operation: 'pem.iis.deleteSystemMapping', parameters: [{ mapping_id: 7 }] };
    expect(send('pem.batchRequest', ...operations, last)).toMatchObject({ status: -1, extype_id: 4 });
    expect(rowsOf(state.data)).toEqual(before);
    expect(ledger()).toEqual([]);
  });

  it('forgets all of them at a reset', () => {
    const before = rowsOf(state.data);
    send('pem.batchRequest', ...operations);
    state.reset();
    expect(rowsOf(state.data)).toEqual(before);
  });
});
