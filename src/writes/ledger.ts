import { randomUUID } from 'node:crypto';
import { IdempotencyConflictError } from '../errors/index.js';
import type { BackendKind, WriteResult } from '../model/index.js';
import { notingAuthors } from './change-authors.js';
import { Endings, type Report } from './endings.js';
import { inputDigest } from './input-digest.js';
import { concluded, type Outcome, stillRunning, toOutcome, unknownOutcome } from './outcome.js';
import { RecordedRun, type Run } from './run.js';
import { type Reconcile, Settling } from './settling.js';
import type { WatchWrites } from './write-event.js';
import type { RecordId, WriteRecord, WriteRecordStore } from './write-record.js';

export type { Outcome } from './outcome.js';
export type { Run } from './run.js';
export type { Reconcile } from './settling.js';

export interface LedgerOptions {
  readonly store: WriteRecordStore;
  /** Keys the digests of inputs; at least 32 bytes. */
  readonly secret: Uint8Array;
  /** For how long a run may hold its record without a word; `leaseOf` derives it from a backend's deadline. */
  readonly leaseMs: number | ((backend: string) => number);
  readonly now?: () => number;
  readonly report?: Report;
  /** For the audit. */
  readonly watch?: WatchWrites;
}

/** One mutation that is asked for. */
export interface WriteRequest {
  readonly principalId: string;
  /** The caller's; one is made where there is none. */
  readonly key: string | null;
  readonly mutation: string;
  readonly backend: string;
  readonly kind: BackendKind;
  /** As the caller sent it, secrets included: only its digest is kept. */
  readonly input: unknown;
  /** For the audit: which request asked. */
  readonly requestId?: string;
}

/** A write whose key has a record. */
interface Repetition {
  readonly record: WriteRecord;
  readonly requestId: string | null;
  readonly reconcile: Reconcile;
  readonly send: (run: Run) => Promise<WriteResult>;
}

/**
 * Sees to it that a write is sent once at most, however often it is asked for and whatever dies on the way: each is
 * recorded before it is sent, and a key that has a record never sends again.
 */
export class Ledger {
  private readonly now: () => number;
  private readonly report: Report;
  private readonly watch: WatchWrites;
  private readonly endings: Endings;
  private readonly settling: Settling;
  /** Runs of this process, by their ids. */
  private readonly underway = new Map<string, Promise<unknown>>();
  private swept = 0;

  private readonly options: LedgerOptions;

  constructor(options: LedgerOptions) {
    const { now = Date.now, report = () => undefined, watch = () => undefined } = options;
    const store = notingAuthors(options.store);
    this.options = { ...options, store };
    this.now = now;
    this.report = report;
    this.watch = watch;
    this.endings = new Endings(store, report);
    this.settling = new Settling({
      store,
      endings: this.endings,
      now,
      report,
      watch,
      isUnderway: (run) => this.underway.has(run),
    });
  }

  /**
   * Runs a write, or tells what came of it when its key has been used.
   *
   * @throws {@link IdempotencyConflictError} when the key has another input, or its run has not ended
   * @throws {@link OutcomeUnknownError} when nobody knows what came of it
   * @throws {@link StoreUnavailableError} when no record can be kept: nothing was sent
   * @throws what `send` threw when nothing was sent: the key is then free again for the same input
   */
  async run(
    request: WriteRequest,
    reconcile: Reconcile,
    send: (run: Run) => Promise<WriteResult>,
  ): Promise<Outcome> {
    const record = this.begin(request);
    const earlier = await this.endings.begin(record);
    const { requestId = null } = request;
    if (earlier !== null) return this.replay(earlier, { record, requestId, reconcile, send });
    return this.carryOut(record, requestId, send);
  }

  /** What became of a write; tries to settle it. `null`: there is no such key. */
  async outcome(id: RecordId, reconcile: Reconcile): Promise<Outcome | null> {
    const record = await this.options.store.get(id);
    return record === null
      ? null
      : toOutcome(await this.settling.settle(record, { reconcile, occasion: 'asked' }));
  }

  /**
   * One round in the background: keeps what could not be kept, forgets what is old, and tries to settle what is not
   * settled, beginning where the last round ended. Backends are asked side by side, so that a dead one delays no other.
   *
   * @param limit - most records of the round
   * @throws {@link StoreUnavailableError} while the store is away
   */
  async sweep(limit: number, reconcile: Reconcile, signal?: AbortSignal): Promise<void> {
    await this.endings.retry();
    await this.options.store.forget(limit);
    const page = await this.options.store.unsettled(limit, this.swept);
    this.swept = page.length < limit ? 0 : this.swept + limit;
    const backends = [...new Set(page.map(({ backend }) => backend))];
    await Promise.all(
      backends.map(async (backend) => {
        for (const record of page.filter((candidate) => candidate.backend === backend)) {
          if (signal?.aborted === true) return;
          await this.settling.settle(record, { reconcile, occasion: 'swept', signal });
        }
      }),
    );
  }

  /** An operator's word on what nobody can read back. @returns `false` when the write is not unknown */
  async conclude(id: RecordId, state: 'APPLIED' | 'REJECTED'): Promise<boolean> {
    const record = await this.options.store.get(id);
    if (record === null || this.settling.stateNow(record) !== 'UNKNOWN') return false;
    const result: WriteResult = state === 'APPLIED' ? { state, facts: {} } : { state, userErrors: [] };
    const next = { ...record, ...concluded(result, this.now()) };
    if (!(await this.options.store.replace(record, next))) return false;
    this.watch({ event: 'concluded', record: next, requestId: null, error: null });
    return true;
  }

  /** How many records are not settled, at most `limit`. @throws {@link StoreUnavailableError} while the store is away */
  async countUnsettled(limit: number): Promise<number> {
    return (await this.options.store.unsettled(limit)).length;
  }

  /** Waits for the runs of this process, and keeps what could not be kept before. */
  async close(): Promise<void> {
    await Promise.allSettled(this.underway.values());
    await this.endings.retry().catch((error: unknown) => this.report('how writes ended is lost', error));
  }

  /** Resolves when no run of this process is under way. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.underway.values());
  }

  private begin({ principalId, key, mutation, backend, kind, input }: WriteRequest): WriteRecord {
    const startedAt = this.now();
    return {
      principalId,
      key: key ?? randomUUID(),
      mutation,
      backend,
      kind,
      inputDigest: inputDigest(this.options.secret, mutation, input),
      run: randomUUID(),
      state: 'PENDING',
      sent: false,
      startedAt,
      endedAt: null,
      leaseUntil: startedAt + this.leaseMs(backend),
      snapshot: null,
      facts: null,
      userErrors: [],
      readBacks: 0,
      readBackAt: null,
    };
  }

  private async replay(
    earlier: WriteRecord,
    { record, requestId, reconcile, send }: Repetition,
  ): Promise<Outcome> {
    if (earlier.mutation !== record.mutation || earlier.inputDigest !== record.inputDigest) {
      throw new IdempotencyConflictError(
        'The idempotency key was used with another input.',
        record.key,
        false,
      );
    }
    const settled = await this.settling.settle(earlier, { reconcile, occasion: 'asked' });
    const replayed = () => this.watch({ event: 'replayed', record: settled, requestId, error: null });
    switch (settled.state) {
      case 'PENDING':
        throw stillRunning(record.key);
      case 'UNKNOWN':
        replayed();
        throw unknownOutcome(settled);
      case 'REJECTED':
        if (settled.sent || settled.userErrors.length > 0) {
          replayed();
          return toOutcome(settled);
        }
        // The run ended before it sent anything, and not by a refusal: the key is free for the same input.
        // The store may not have been told yet, and have the record as it was met.
        for (const there of [settled, earlier]) {
          if (await this.options.store.replace(there, record)) return this.carryOut(record, requestId, send);
        }
        throw stillRunning(record.key);
      default:
        replayed();
        return toOutcome(settled);
    }
  }

  private async carryOut(
    record: WriteRecord,
    requestId: string | null,
    send: (run: Run) => Promise<WriteResult>,
  ): Promise<Outcome> {
    const { store } = this.options;
    this.watch({ event: 'begun', record, requestId, error: null });
    const run = new RecordedRun(record, {
      store,
      endings: this.endings,
      leaseMs: this.leaseMs(record.backend),
      now: this.now,
      report: this.report,
      ended: (ended, error) => this.watch({ event: 'ended', record: ended, requestId, error }),
    });
    const ending = run.carryOut(send);
    this.underway.set(record.run, ending);
    try {
      return toOutcome(await ending);
    } finally {
      this.underway.delete(record.run);
    }
  }

  private leaseMs(backend: string): number {
    const { leaseMs } = this.options;
    return typeof leaseMs === 'number' ? leaseMs : leaseMs(backend);
  }
}
