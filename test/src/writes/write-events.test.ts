import { beforeEach, describe, expect, it } from 'vitest';
import {
  BackendUnavailableError,
  NotConnectedError,
  OutcomeUnknownError,
} from '../../../src/errors/index.js';
import type { WriteResult } from '../../../src/model/index.js';
import { Ledger, type Run } from '../../../src/writes/ledger.js';
import type { WriteEvent } from '../../../src/writes/write-event.js';
import { createMemoryRecordStore } from '../../support/memory-record-store.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };
const APPLIED: WriteResult = { state: 'APPLIED', facts: { nodes: { account: 'poa:Account:1' } } };
const noReconcile = async () => null;

let events: WriteEvent[];
let ledger: Ledger;
beforeEach(() => {
  events = [];
  ledger = new Ledger({
    store: createMemoryRecordStore(),
    secret: Buffer.alloc(32, 7),
    leaseMs: 60_000,
    watch: (event) => events.push(event),
  });
});

const request = {
  principalId: 'shop',
  key: 'k',
  mutation: 'createAccount',
  backend: 'poa',
  kind: 'POA' as const,
  input: { password: 'hunter2' },
  requestId: 'req-1',
};
const told = () =>
  events.map(({ event, record: { state, sent }, requestId, error }) => [
    event,
    state,
    sent,
    requestId,
    error,
  ]);

async function run(
  send: (run: Run) => Promise<WriteResult>,
  reconcile: Parameters<Ledger['run']>[1] = noReconcile,
) {
  return ledger.run(request, reconcile, send).catch((error: unknown) => error);
}
const sent = (work: () => Promise<unknown>) => async (open: Run) => {
  await open.send(work);
  return APPLIED;
};

describe('what the ledger tells of a write', () => {
  it('is that it began, and how it ended', async () => {
    await run(sent(async () => 1));
    expect(told()).toEqual([
      ['begun', 'PENDING', false, 'req-1', null],
      ['ended', 'APPLIED', true, 'req-1', null],
    ]);
    expect(events[1]?.record.facts).toEqual(APPLIED.facts);
    expect(JSON.stringify(events)).not.toContain('hunter2');
  });

  it('is that its key was used again, when nothing is sent for it', async () => {
    await run(sent(async () => 1));
    await run(() => Promise.reject(new Error('not to be run')));
    expect(told().slice(2)).toEqual([['replayed', 'APPLIED', true, 'req-1', null]]);
  });

  it('is that nothing was sent', async () => {
    await run(sent(() => Promise.reject(new NotConnectedError('gone', ORIGIN))));
    expect(told().slice(1)).toEqual([['ended', 'REJECTED', false, 'req-1', 'BACKEND_UNAVAILABLE']]);
  });

  it('is that nobody knows, and later what reading back has told', async () => {
    const lost = new OutcomeUnknownError('lost', ORIGIN, {
      cause: new BackendUnavailableError('gone', ORIGIN),
    });
    await run(sent(() => Promise.reject(lost)));
    expect(await ledger.outcome({ principalId: 'shop', key: 'k' }, async () => APPLIED)).toMatchObject({
      state: 'APPLIED',
    });
    expect(told().slice(1)).toEqual([
      ['ended', 'UNKNOWN', true, 'req-1', 'OUTCOME_UNKNOWN'],
      ['settled', 'APPLIED', true, null, null],
    ]);
  });

  it('is what an operator concludes, once', async () => {
    await run(sent(() => Promise.reject(new OutcomeUnknownError('lost', ORIGIN))));
    const id = { principalId: 'shop', key: 'k' };
    expect(await ledger.conclude(id, 'REJECTED')).toBe(true);
    expect(await ledger.conclude(id, 'REJECTED')).toBe(false);
    expect(told().slice(2)).toEqual([['concluded', 'REJECTED', true, null, null]]);
  });

  it('counts what is not settled', async () => {
    await run(sent(() => Promise.reject(new OutcomeUnknownError('lost', ORIGIN))));
    expect(await ledger.countUnsettled(10)).toBe(1);
  });
});
