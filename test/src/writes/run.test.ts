import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NotConnectedError, OutcomeUnknownError } from '../../../src/errors/index.js';
import type { WriteResult } from '../../../src/model/index.js';
import { leaseOf } from '../../../src/writes/lease.js';
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
  input: {},
};
const APPLIED: WriteResult = { state: 'APPLIED', facts: {} };
const WRITE_TIMEOUT_MS = 120_000;
const LEASE_MS = leaseOf(WRITE_TIMEOUT_MS);

let time = 0;
let store: WriteRecordStore;
let ledger: Ledger;
beforeEach(() => {
  time = 1_000;
  store = createMemoryRecordStore();
  ledger = new Ledger({ store, secret: Buffer.alloc(32, 7), leaseMs: () => LEASE_MS, now: () => time });
});

const carryOut = (work: (run: Run) => Promise<WriteResult>) =>
  ledger.run(REQUEST, async () => null, work).catch((error: Error) => error);

describe('a run', () => {
  it('has a lease, before each of its calls, that outlasts the call and its wait for a place', async () => {
    const left: number[] = [];
    await carryOut(async (run) => {
      for (let call = 0; call < 6; call += 1) {
        await run.send(async () => {
          left.push(((await store.get(REQUEST))?.leaseUntil ?? 0) - time);
        });
        time += WRITE_TIMEOUT_MS;
      }
      return APPLIED;
    });
    expect(left).toHaveLength(6);
    expect(Math.min(...left)).toBeGreaterThan(2 * WRITE_TIMEOUT_MS);
  });

  it('sends one call after the other, however they are asked for', async () => {
    let underway = 0;
    let most = 0;
    const call = async () => {
      underway += 1;
      most = Math.max(most, underway);
      await Promise.resolve();
      underway -= 1;
    };
    await carryOut(async (run) => {
      await Promise.all([run.send(call), run.send(call), run.send(call)]);
      return APPLIED;
    });
    expect(most).toBe(1);
  });

  it('is not concluded behind the back of a call that it has begun', async () => {
    let end = () => {};
    const outcome = carryOut(
      (run) =>
        new Promise((resolve) => {
          const call = () => {
            resolve({ state: 'REJECTED', userErrors: [] });
            return new Promise<void>((done) => {
              end = done;
            });
          };
          run.send(call).catch(() => undefined);
        }),
    );
    await vi.waitFor(async () => expect((await store.get(REQUEST))?.sent).toBe(true));
    expect(await store.get(REQUEST)).toMatchObject({ state: 'PENDING' });
    end();
    expect(await outcome).toBeInstanceOf(OutcomeUnknownError);
  });

  it('sends no call once it has ended', async () => {
    let kept: Run | undefined;
    await carryOut(async (run) => {
      kept = run;
      return run.send(async () => APPLIED);
    });
    const late = vi.fn(async () => APPLIED);
    await expect(kept?.send(late)).rejects.toThrow('sends no more');
    expect(late).not.toHaveBeenCalled();
  });

  it('puts its key on the error of a write that was not sent', async () => {
    const outcome = await carryOut((run) =>
      run.send(() => Promise.reject(new NotConnectedError('down', ORIGIN))),
    );
    expect(outcome).toMatchObject({ details: { backend: 'poa', idempotencyKey: 'k' } });
  });

  it('that applied a part of its write tells the same each time', async () => {
    const partial: WriteResult = {
      state: 'PARTIAL',
      facts: { values: { moved: 1 } },
      userErrors: [{ code: 'REJECTED', message: 'the other one', field: null, native: null }],
    };
    const send = vi.fn(async () => partial);
    const first = await carryOut((run) => run.send(send));
    expect(first).toMatchObject(partial);
    expect(await carryOut((run) => run.send(send))).toEqual(first);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('that did not happen says so, also where the panel gives no reason', async () => {
    const rejected: WriteResult = { state: 'REJECTED', userErrors: [] };
    expect(await carryOut((run) => run.send(async () => rejected))).toMatchObject({
      state: 'REJECTED',
      userErrors: [{ code: 'REJECTED', message: 'This change did not happen.' }],
    });
  });
});
