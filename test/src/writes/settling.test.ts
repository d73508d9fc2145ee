import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendTimeoutError, OutcomeUnknownError } from '../../../src/errors/index.js';
import type { WriteResult } from '../../../src/model/index.js';
import { Ledger, type Reconcile, type Run } from '../../../src/writes/ledger.js';
import type { WriteRecordStore } from '../../../src/writes/write-record.js';
import { createMemoryRecordStore } from '../../support/memory-record-store.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };
const REQUEST = {
  principalId: 'local',
  key: 'k',
  mutation: 'renameSubscription',
  backend: 'poa',
  kind: 'POA' as const,
  input: {},
};
const APPLIED: WriteResult = { state: 'APPLIED', facts: { nodes: { subscription: 'poa:Subscription:7' } } };
const REFUSED: WriteResult = {
  state: 'REJECTED',
  userErrors: [{ code: 'TAKEN', message: 'taken', field: null, native: null }],
};
const LEASE_MS = 60_000;
const cannotTell: Reconcile = async () => null;

let time = 0;
let store: WriteRecordStore;
let reports: string[] = [];
const startProcess = (): Ledger =>
  new Ledger({
    store,
    secret: Buffer.alloc(32, 7),
    leaseMs: LEASE_MS,
    now: () => time,
    report: (message) => reports.push(message),
  });

beforeEach(() => {
  time = 1_000;
  reports = [];
  store = createMemoryRecordStore();
});

const carryOut = (ledger: Ledger, work: (run: Run) => Promise<WriteResult>, key = 'k') =>
  ledger.run({ ...REQUEST, key }, cannotTell, work).catch((error: Error) => error);
const lose = (ledger: Ledger, key = 'k') =>
  carryOut(ledger, (run) => run.send(() => Promise.reject(new OutcomeUnknownError('lost', ORIGIN))), key);

describe('reading back', () => {
  it('that fails leaves the outcome unknown, and is no error of who asks', async () => {
    const ledger = startProcess();
    await lose(ledger);
    const down: Reconcile = () => Promise.reject(new BackendTimeoutError('down', ORIGIN));
    expect(await ledger.outcome(REQUEST, down)).toMatchObject({ state: 'UNKNOWN' });
    expect(reports).toEqual(['reading back what became of a write failed']);
    expect(await ledger.outcome(REQUEST, async () => APPLIED)).toMatchObject({ state: 'APPLIED' });
  });

  it('takes absence for a refusal only once the panel must have given up', async () => {
    const ledger = startProcess();
    await lose(ledger);
    expect(await ledger.outcome(REQUEST, async () => REFUSED)).toMatchObject({ state: 'UNKNOWN' });
    time += LEASE_MS;
    expect(await ledger.outcome(REQUEST, async () => REFUSED)).toMatchObject(REFUSED);
  });

  it('is done by one process at a time', async () => {
    await lose(startProcess());
    const reconcile = vi.fn(async () => APPLIED);
    const states = await Promise.all(
      [startProcess(), startProcess(), startProcess()].map((ledger) => ledger.outcome(REQUEST, reconcile)),
    );
    expect(reconcile).toHaveBeenCalledTimes(1);
    expect(states.filter((outcome) => outcome?.state === 'APPLIED')).toHaveLength(1);
  });

  it('keeps a pace, however often somebody asks', async () => {
    const ledger = startProcess();
    await lose(ledger);
    const reconcile = vi.fn(cannotTell);
    for (let asked = 0; asked < 50; asked += 1) await ledger.outcome(REQUEST, reconcile);
    expect(reconcile).toHaveBeenCalledTimes(3);
    time += 5_000;
    await ledger.outcome(REQUEST, reconcile);
    expect(reconcile).toHaveBeenCalledTimes(4);
  });

  it('goes on when the clock was set back', async () => {
    const ledger = startProcess();
    await lose(ledger);
    const reconcile = vi.fn(cannotTell);
    for (let asked = 0; asked < 5; asked += 1) await ledger.outcome(REQUEST, reconcile);
    time -= 24 * 60 * 60_000;
    await ledger.outcome(REQUEST, reconcile);
    expect(reconcile).toHaveBeenCalledTimes(4);
  });

  it('is told the request’s own name at the panel', async () => {
    const ledger = startProcess();
    let id = '';
    await carryOut(ledger, (run) => {
      id = run.id;
      return run.send(() => Promise.reject(new OutcomeUnknownError('lost', ORIGIN)));
    });
    const reconcile = vi.fn(cannotTell);
    await ledger.outcome(REQUEST, reconcile);
    expect(reconcile.mock.calls[0]?.[0]).toMatchObject({ run: id, kind: 'POA', backend: 'poa' });
  });
});

describe('the background', () => {
  it('settles what can be, and asks less and less often for what cannot', async () => {
    const ledger = startProcess();
    await lose(ledger, 'can');
    await lose(ledger, 'cannot');
    const reconcile = vi.fn<Reconcile>(async ({ key }) => (key === 'can' ? APPLIED : null));
    const asked: number[] = [];
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      time += 60_000;
      const before = reconcile.mock.calls.length;
      await ledger.sweep(10, reconcile);
      if (reconcile.mock.calls.length > before) asked.push(minute);
    }
    expect(await store.get({ principalId: 'local', key: 'can' })).toMatchObject({ state: 'APPLIED' });
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.length).toBeLessThan(40);
  });

  it('reaches every record, though the oldest are never settled', async () => {
    const ledger = startProcess();
    for (let index = 0; index < 7; index += 1) {
      await lose(ledger, `k${index}`);
      time += 1;
    }
    time += LEASE_MS;
    const reconcile = vi.fn(cannotTell);
    for (let round = 0; round < 4; round += 1) await ledger.sweep(2, reconcile);
    expect(new Set(reconcile.mock.calls.map(([record]) => record.key)).size).toBe(7);
  });

  it('is not held up at one backend by another', async () => {
    const ledger = startProcess();
    await lose(ledger);
    await ledger
      .run({ ...REQUEST, key: 'other', backend: 'enom', kind: 'ENOM' }, cannotTell, (run) =>
        run.send(() => Promise.reject(new OutcomeUnknownError('lost', ORIGIN))),
      )
      .catch(() => undefined);
    time += LEASE_MS;
    let free = () => {};
    const sweeping = ledger.sweep(10, ({ backend }) =>
      backend === 'poa'
        ? new Promise((resolve) => {
            free = () => resolve(null);
          })
        : Promise.resolve(APPLIED),
    );
    await vi.waitFor(async () =>
      expect(await store.get({ principalId: 'local', key: 'other' })).toMatchObject({ state: 'APPLIED' }),
    );
    free();
    await sweeping;
  });
});

describe('a run that is slower than its lease', () => {
  /** Holds the first run of a write at its call. */
  async function holdRun(ledger: Ledger) {
    let end = (_: WriteResult | Error) => {};
    const answer = new Promise<WriteResult>((resolve, reject) => {
      end = (result) => (result instanceof Error ? reject(result) : resolve(result));
    });
    const run = carryOut(ledger, (session) => session.send(() => answer));
    await vi.waitFor(async () => expect((await store.get(REQUEST))?.sent).toBe(true));
    return { run, end };
  }

  it('is under way for its own process, whatever the clock says', async () => {
    const ledger = startProcess();
    const { run, end } = await holdRun(ledger);
    time += 100 * LEASE_MS;
    const reconcile = vi.fn(async () => REFUSED);
    expect(await ledger.outcome(REQUEST, reconcile)).toMatchObject({ state: 'PENDING' });
    expect(await ledger.conclude(REQUEST, 'REJECTED')).toBe(false);
    await ledger.sweep(10, reconcile);
    expect(reconcile).not.toHaveBeenCalled();
    end(APPLIED);
    expect(await run).toMatchObject({ state: 'APPLIED' });
  });

  it('has the last word: its panel has answered it', async () => {
    const { run, end } = await holdRun(startProcess());
    time += LEASE_MS;
    expect(await startProcess().outcome(REQUEST, async () => REFUSED)).toMatchObject({ state: 'REJECTED' });
    end(APPLIED);
    expect(await run).toMatchObject({ state: 'APPLIED' });
    expect(await startProcess().outcome(REQUEST, cannotTell)).toMatchObject({ state: 'APPLIED' });
  });

  it('does not unsay with its own ignorance what others have found out', async () => {
    const { run, end } = await holdRun(startProcess());
    time += LEASE_MS;
    await startProcess().outcome(REQUEST, async () => APPLIED);
    end(new OutcomeUnknownError('lost', ORIGIN));
    expect(await run).toBeInstanceOf(OutcomeUnknownError);
    expect(await startProcess().outcome(REQUEST, cannotTell)).toMatchObject({ state: 'APPLIED' });
  });

  it('sends nothing any more once somebody was told that nothing had been sent', async () => {
    let go = () => {};
    const late = carryOut(startProcess(), async (run) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return run.send(sent);
    });
    const sent = vi.fn(async () => APPLIED);
    await vi.waitFor(async () => expect(await store.get(REQUEST)).not.toBeNull());
    time += LEASE_MS;
    expect(await startProcess().outcome(REQUEST, cannotTell)).toMatchObject({ state: 'REJECTED' });
    go();
    expect(await late).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', running: true });
    expect(sent).not.toHaveBeenCalled();
  });
});
