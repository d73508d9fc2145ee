import { describe, expect, it, vi } from 'vitest';
import type { WriteResult } from '../../../src/model/index.js';
import { Ledger, type Run } from '../../../src/writes/ledger.js';
import { StoreUnavailableError } from '../../../src/writes/store-unavailable-error.js';
import { createFailingStore, type StoreFault } from '../../support/failing-record-store.js';
import { createMemoryRecordStore } from '../../support/memory-record-store.js';

const REQUEST = {
  principalId: 'local',
  key: 'k',
  mutation: 'renameSubscription',
  backend: 'poa',
  kind: 'POA' as const,
  input: {},
};
const APPLIED: WriteResult = { state: 'APPLIED', facts: { values: { deletedId: 'x' } } };
const LEASE_MS = 1_000;
const cannotTell = async () => null;

/** A ledger whose store fails in its `step`th call alone, and another process whose store does not. */
function setUp(step: number, fault: StoreFault) {
  let calls = 0;
  let time = 1_000;
  const memory = createMemoryRecordStore();
  const failing = createFailingStore(memory, () => {
    calls += 1;
    return calls === step ? fault : 'none';
  });
  const open = (store: typeof memory) =>
    new Ledger({ store, secret: Buffer.alloc(32, 7), leaseMs: LEASE_MS, now: () => time });
  return { ledger: open(failing), other: open(memory), memory, pass: (ms: number) => (time += ms) };
}

/** One write of one call, with something to remember: insert, remember, sent, ended. */
const carryOut = (ledger: Ledger, work: () => Promise<WriteResult>) =>
  ledger
    .run(REQUEST, cannotTell, async (run: Run) => {
      await run.remember({ was: 'there' });
      return run.send(work);
    })
    .catch((error: Error) => error);

const BEFORE_SENDING = [1, 2, 3];
const FAULTS = ['before', 'after'] as const;

describe('a store that fails before anything is sent', () => {
  it.each(BEFORE_SENDING.flatMap((step) => FAULTS.map((fault) => ({ step, fault }))))(
    'refuses the write: step $step, $fault it is done',
    async ({ step, fault }) => {
      const { ledger } = setUp(step, fault);
      const send = vi.fn(async () => APPLIED);
      expect(await carryOut(ledger, send)).toBeInstanceOf(StoreUnavailableError);
      expect(send).not.toHaveBeenCalled();
    },
  );

  it.each(BEFORE_SENDING.flatMap((step) => FAULTS.map((fault) => ({ step, fault }))))(
    'leaves the key free for another try, at the end of the lease at the latest: step $step, $fault',
    async ({ step, fault }) => {
      const { ledger, other, pass } = setUp(step, fault);
      const send = vi.fn(async () => APPLIED);
      await carryOut(ledger, send);
      pass(LEASE_MS);
      expect(await carryOut(other, send)).toMatchObject({ state: 'APPLIED' });
      expect(send).toHaveBeenCalledTimes(1);
    },
  );
});

describe('a store that comes back before anything was sent', () => {
  it.each(BEFORE_SENDING.flatMap((step) => FAULTS.map((fault) => ({ step, fault }))))(
    'has the key free at once for the process that gave up: step $step, $fault it is done',
    async ({ step, fault }) => {
      const { ledger } = setUp(step, fault);
      const send = vi.fn(async () => APPLIED);
      await carryOut(ledger, send);
      expect(await carryOut(ledger, send)).toMatchObject({ state: 'APPLIED' });
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  it.each(BEFORE_SENDING.flatMap((step) => FAULTS.map((fault) => ({ step, fault }))))(
    'has it free for the others after the next round: step $step, $fault it is done',
    async ({ step, fault }) => {
      const { ledger, other } = setUp(step, fault);
      const send = vi.fn(async () => APPLIED);
      await carryOut(ledger, send);
      await ledger.sweep(50, cannotTell);
      expect(await carryOut(other, send)).toMatchObject({ state: 'APPLIED' });
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  it('leaves alone what another process has made of the key meanwhile', async () => {
    const { ledger, other, memory } = setUp(1, 'before');
    await carryOut(ledger, async () => APPLIED);
    await carryOut(other, async () => APPLIED);
    await ledger.sweep(50, cannotTell);
    expect(await memory.get(REQUEST)).toMatchObject({ state: 'APPLIED' });
  });

  it('has no record of a run that made none', async () => {
    const { ledger, memory } = setUp(1, 'before');
    await carryOut(ledger, async () => APPLIED);
    await ledger.sweep(50, cannotTell);
    expect(await memory.get(REQUEST)).toBeNull();
  });
});

describe('a store that fails when the write has ended', () => {
  it.each(FAULTS)('keeps nobody from the answer, %s it is done', async (fault) => {
    const { ledger } = setUp(4, fault);
    expect(await carryOut(ledger, async () => APPLIED)).toMatchObject({ state: 'APPLIED' });
  });

  it.each(FAULTS)('hears of it in the next round, %s it is done', async (fault) => {
    const { ledger, other, memory, pass } = setUp(4, fault);
    await carryOut(ledger, async () => APPLIED);
    const send = vi.fn(async () => APPLIED);
    expect(await carryOut(ledger, send)).toMatchObject({ state: 'APPLIED' });
    await ledger.sweep(10, cannotTell);
    expect(await memory.get(REQUEST)).toMatchObject({
      state: 'APPLIED',
      facts: { values: { deletedId: 'x' } },
    });
    pass(100 * LEASE_MS);
    expect(await carryOut(other, send)).toMatchObject({ state: 'APPLIED' });
    expect(send).not.toHaveBeenCalled();
  });

  it('makes no second write of it when the process dies first', async () => {
    const { ledger, other, pass } = setUp(4, 'before');
    await carryOut(ledger, async () => APPLIED);
    const send = vi.fn(async () => APPLIED);
    expect(await carryOut(other, send)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', running: true });
    pass(LEASE_MS);
    expect(await carryOut(other, send)).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(send).not.toHaveBeenCalled();
  });

  it('hears of it at the end, when the process is told to end', async () => {
    const { ledger, memory } = setUp(4, 'before');
    await carryOut(ledger, async () => APPLIED);
    await ledger.close();
    expect(await memory.get(REQUEST)).toMatchObject({ state: 'APPLIED' });
  });
});
