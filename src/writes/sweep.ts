import { describeError, type Log } from '../log/index.js';
import type { Ledger, Reconcile } from './ledger.js';

export interface SweepOptions {
  readonly ledger: Ledger;
  readonly reconcile: Reconcile;
  readonly log: Log;
  /** Mean pause between rounds. */
  readonly intervalMs?: number;
  /** Most records of a round. */
  readonly limit?: number;
  /** 0 to 1. */
  readonly random?: () => number;
}

const INTERVAL_MS = 30_000;
const LIMIT = 50;
const MAX_PAUSE_MS = 10 * 60_000;

/**
 * Settles in the background what can be settled: a round of bounded size, then an uneven pause, so that processes on one
 * store do not march in step, and a longer one each time that the store is away.
 *
 * @returns ends it; resolves when the round under way has ended
 */
export function startSweep({
  ledger,
  reconcile,
  log,
  intervalMs = INTERVAL_MS,
  limit = LIMIT,
  random = Math.random,
}: SweepOptions): () => Promise<void> {
  const stopping = new AbortController();
  let failures = 0;
  let round = Promise.resolve();
  let timer: NodeJS.Timeout;

  const schedule = (): void => {
    if (stopping.signal.aborted) return;
    const pause = Math.min(intervalMs * 2 ** Math.min(failures, 10), MAX_PAUSE_MS);
    timer = setTimeout(begin, pause * (0.75 + random() / 2)).unref();
  };
  const begin = (): void => {
    round = sweepOnce().then(schedule);
  };
  async function sweepOnce(): Promise<void> {
    try {
      await ledger.sweep(limit, reconcile, stopping.signal);
      failures = 0;
    } catch (error) {
      failures += 1;
      log.warn({ error: describeError(error) }, 'unsettled writes could not be looked through');
    }
  }

  schedule();
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await round;
  };
}
