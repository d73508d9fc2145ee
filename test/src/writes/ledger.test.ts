import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  BackendFaultError,
  IdempotencyConflictError,
  NotConnectedError,
  OutcomeUnknownError,
} from '../../../src/errors/index.js';
import type { WriteResult } from '../../../src/model/index.js';
import { Ledger, type Run } from '../../../src/writes/ledger.js';
import type { WriteRecordStore } from '../../../src/writes/write-record.js';
import { createMemoryRecordStore } from '../../support/memory-record-store.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };
const REQUEST = {
  principalId: 'local',
  key: 'k',
  mutation: 'renameSubscription',
  backend: 'poa',
  kind: 'POA' as const,
  input: { name: 'a', password: 'hunter2' },
};
const APPLIED: WriteResult = { state: 'APPLIED', facts: { nodes: { subscription: 'poa:Subscription:7' } } };
const LEASE_MS = 1_000;
const cannotTell = async () => null;

let time = 0;
let store: WriteRecordStore;
let ledger: Ledger;

/** A process of the gateway, as far as writes see it; all of them share `store`. */
const startProcess = (): Ledger =>
  new Ledger({ store, secret: Buffer.alloc(32, 7), leaseMs: LEASE_MS, now: () => time });

beforeEach(() => {
  time = 1_000;
  store = createMemoryRecordStore();
  ledger = startProcess();
});

const sends = (answer: () => Promise<WriteResult>) => vi.fn((run: Run) => run.send(answer));
const run = (
  send: (run: Run) => Promise<WriteResult>,
  change: Partial<typeof REQUEST> = {},
  reconcile = cannotTell as never,
) => ledger.run({ ...REQUEST, ...change }, reconcile, send).catch((error: Error) => error);

describe('the ledger of writes', () => {
  it('sends a write once, however often its key is used, and tells the same each time', async () => {
    const send = sends(async () => APPLIED);
    const first = await run(send);
    expect(await run(send)).toEqual(first);
    expect(first).toMatchObject({
      state: 'APPLIED',
      key: 'k',
      facts: APPLIED.state === 'APPLIED' ? APPLIED.facts : null,
    });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('makes a key where the caller has none', async () => {
    const send = sends(async () => APPLIED);
    const outcomes = await Promise.all([
      ledger.run({ ...REQUEST, key: null }, cannotTell, send),
      ledger.run({ ...REQUEST, key: null }, cannotTell, send),
    ]);
    expect(send).toHaveBeenCalledTimes(2);
    expect(outcomes[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(outcomes[0]?.key).not.toBe(outcomes[1]?.key);
  });

  it.each([
    ['another input', { input: { name: 'b', password: 'hunter2' } }],
    ['another mutation', { mutation: 'deleteSubscription' }],
  ])('refuses a key that was used with %s', async (_, change) => {
    await run(sends(async () => APPLIED));
    const send = sends(async () => APPLIED);
    expect(await run(send, change)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', running: false });
    expect(send).not.toHaveBeenCalled();
  });

  it('takes members in another order, and absent ones, for the same input', async () => {
    await run(sends(async () => APPLIED));
    const same = { input: { password: 'hunter2', name: 'a', comment: undefined } as never };
    expect(
      await run(
        sends(async () => APPLIED),
        same,
      ),
    ).toMatchObject({ state: 'APPLIED' });
  });

  it('refuses a key whose first run has not ended', async () => {
    let end = (_: WriteResult) => {};
    const first = run(sends(() => new Promise((resolve) => (end = resolve))));
    await vi.waitFor(async () => expect((await store.get(REQUEST))?.sent).toBe(true));
    expect(await run(sends(async () => APPLIED))).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
      running: true,
    });
    end(APPLIED);
    expect(await first).toMatchObject({ state: 'APPLIED' });
  });

  it('says durably that it sends before it sends', async () => {
    await run(
      sends(async () => {
        expect(await store.get(REQUEST)).toMatchObject({ state: 'PENDING', sent: true });
        return APPLIED;
      }),
    );
    expect.assertions(1);
  });

  it('calls an outcome unknown when no conclusive answer came, and never sends again', async () => {
    const lost = new OutcomeUnknownError('lost', ORIGIN);
    expect(await run(sends(() => Promise.reject(lost)))).toMatchObject({ details: { idempotencyKey: 'k' } });
    const send = sends(async () => APPLIED);
    time += 100 * LEASE_MS;
    expect(await run(send)).toBeInstanceOf(OutcomeUnknownError);
    expect(send).not.toHaveBeenCalled();
    expect(await ledger.outcome(REQUEST, cannotTell)).toMatchObject({ state: 'UNKNOWN' });
  });

  it('tells what reading back has settled, and asks no more then', async () => {
    await run(sends(() => Promise.reject(new OutcomeUnknownError('lost', ORIGIN))));
    const reconcile = vi.fn(async () => APPLIED);
    expect(await ledger.outcome(REQUEST, reconcile)).toMatchObject({ state: 'APPLIED' });
    expect(
      await run(
        sends(async () => APPLIED),
        {},
        reconcile as never,
      ),
    ).toMatchObject({ state: 'APPLIED' });
    expect(reconcile).toHaveBeenCalledTimes(1);
  });

  it('calls a run that died after it began to send unknown, once its lease has ended', async () => {
    run(sends(() => new Promise(() => {})));
    await vi.waitFor(async () => expect((await store.get(REQUEST))?.sent).toBe(true));
    ledger = startProcess();
    expect(await ledger.outcome(REQUEST, cannotTell)).toMatchObject({ state: 'PENDING' });
    time += LEASE_MS;
    expect(await ledger.outcome(REQUEST, cannotTell)).toMatchObject({ state: 'UNKNOWN' });
    const send = sends(async () => APPLIED);
    expect(await run(send)).toBeInstanceOf(OutcomeUnknownError);
    expect(send).not.toHaveBeenCalled();
  });

  it('frees the key of a run that died, or failed, before it sent anything', async () => {
    run(() => new Promise(() => {}));
    await vi.waitFor(async () => expect(await store.get(REQUEST)).not.toBeNull());
    time += LEASE_MS;
    ledger = startProcess();
    expect(await run(sends(() => Promise.reject(new NotConnectedError('down', ORIGIN))))).toBeInstanceOf(
      NotConnectedError,
    );
    expect(await run(sends(async () => APPLIED))).toMatchObject({ state: 'APPLIED' });
  });

  it('keeps a run that outlived its lease from concluding what another one has taken over', async () => {
    let end = () => {};
    const late = run(async (first) => {
      await new Promise<void>((resolve) => (end = resolve));
      return first.send(async () => APPLIED);
    });
    await vi.waitFor(async () => expect(await store.get(REQUEST)).not.toBeNull());
    time += LEASE_MS;
    ledger = startProcess();
    const send = sends(async () => APPLIED);
    expect(await run(send)).toMatchObject({ state: 'APPLIED' });
    end();
    expect(await late).toBeInstanceOf(IdempotencyConflictError);
  });

  it('calls it unknown when a later call of the same write finds no connection', async () => {
    const outcome = await run(async (session) => {
      await session.send(async () => undefined);
      return session.send(() => Promise.reject(new NotConnectedError('down', ORIGIN)));
    });
    expect(outcome).toBeInstanceOf(OutcomeUnknownError);
  });

  it('replays a refusal', async () => {
    const refusal: WriteResult = {
      state: 'REJECTED',
      userErrors: [{ code: 'TAKEN', message: 'taken', field: null, native: null }],
    };
    await run(sends(async () => refusal));
    const send = sends(async () => APPLIED);
    expect(await run(send)).toMatchObject(refusal);
    expect(send).not.toHaveBeenCalled();
  });

  it('calls an error that nobody foresaw unknown, once something was sent', async () => {
    const surprise = new BackendFaultError('no', ORIGIN, { ...ORIGIN, code: null, message: null });
    expect(await run(sends(() => Promise.reject(surprise)))).toBeInstanceOf(OutcomeUnknownError);
  });

  it('takes an operator’s word for what nobody can read back, and for nothing else', async () => {
    expect(await ledger.conclude(REQUEST, 'APPLIED')).toBe(false);
    await run(sends(() => Promise.reject(new OutcomeUnknownError('lost', ORIGIN))));
    expect(await ledger.conclude(REQUEST, 'REJECTED')).toBe(true);
    expect(await ledger.outcome(REQUEST, cannotTell)).toMatchObject({ state: 'REJECTED' });
    expect(await ledger.conclude(REQUEST, 'APPLIED')).toBe(false);
  });

  it('keeps neither the input nor a guessable digest of it', async () => {
    await run(sends(async () => APPLIED));
    const kept = JSON.stringify(await store.get(REQUEST));
    expect(kept).not.toContain('hunter2');
    expect(kept).toMatch(/"inputDigest":"[0-9a-f]{64}"/);
  });
});
