import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import type { Ledger } from '../../../src/writes/ledger.js';
import { StoreUnavailableError } from '../../../src/writes/store-unavailable-error.js';
import { startSweep } from '../../../src/writes/sweep.js';

const INTERVAL_MS = 1_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(sweep: Ledger['sweep'], random = 0.5) {
  const ledger = { sweep } as Ledger;
  const log = createLog('silent');
  return startSweep({
    ledger,
    reconcile: async () => null,
    log,
    intervalMs: INTERVAL_MS,
    limit: 7,
    random: () => random,
  });
}

describe('the sweep', () => {
  it('goes round by round, of bounded size, and not while a round is under way', async () => {
    let end = () => {};
    const sweep = vi.fn<Ledger['sweep']>(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    const stop = start(sweep);
    await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    expect(sweep).toHaveBeenCalledTimes(1);
    expect(sweep.mock.calls[0]?.[0]).toBe(7);
    await vi.advanceTimersByTimeAsync(10 * INTERVAL_MS);
    expect(sweep).toHaveBeenCalledTimes(1);
    end();
    await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    expect(sweep).toHaveBeenCalledTimes(2);
    end();
    await stop();
  });

  it.each([
    [0, 750],
    [1, 1_250],
  ])('is uneven: with %d at random it waits %d ms', async (random, pauseMs) => {
    const sweep = vi.fn(async () => {});
    const stop = start(sweep, random);
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(sweep).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(sweep).toHaveBeenCalledTimes(1);
    await stop();
  });

  it('waits longer each time that the store is away, and as long as before once it is back', async () => {
    const sweep = vi.fn(async () => {});
    sweep.mockRejectedValueOnce(new StoreUnavailableError());
    sweep.mockRejectedValueOnce(new StoreUnavailableError());
    const stop = start(sweep);
    const rounds: number[] = [];
    for (let second = 1; second <= 9; second += 1) {
      await vi.advanceTimersByTimeAsync(INTERVAL_MS);
      rounds.push(sweep.mock.calls.length);
    }
    expect(rounds).toEqual([1, 1, 2, 2, 2, 2, 3, 4, 5]);
    await stop();
  });

  it('ends when it is told to: the round under way is told so and waited for, and no other begins', async () => {
    let end = () => {};
    const signals: Array<AbortSignal | undefined> = [];
    const stop = start(
      (_limit, _reconcile, signal) =>
        new Promise((resolve) => {
          signals.push(signal);
          end = resolve;
        }),
    );
    await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    expect(stopped).toBe(false);
    end();
    await stopping;
    await vi.advanceTimersByTimeAsync(100 * INTERVAL_MS);
    expect(signals).toHaveLength(1);
  });
});
