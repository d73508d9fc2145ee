import { randomUUID } from 'node:crypto';
import { BackendUnavailableError, IdempotencyConflictError, OutcomeUnknownError } from '../errors/index.js';
import type { Facts, Snapshot, UnsettledWrite, UserError, WriteResult, WriteState } from '../model/index.js';
import { inputDigest } from './input-digest.js';
import { StoreUnavailableError } from './store-unavailable-error.js';
import type { RecordId, WriteRecord, WriteRecordStore } from './write-record.js';

export interface LedgerOptions {
  readonly store: WriteRecordStore;
  /** Keys the digests of inputs; at least 32 bytes. */
  readonly secret: Uint8Array;
  /** For how long a run may hold its record: longer than the longest deadline of a write with its reads. */
  readonly leaseMs: number;
  readonly now?: () => number;
  /** Told when the store could not keep how a write ended. */
  readonly reportLostNote?: (error: Error) => void;
}

/** One mutation that is asked for. */
export interface WriteRequest {
  readonly principalId: string;
  /** The caller's; one is made where there is none. */
  readonly key: string | null;
  readonly mutation: string;
  readonly backend: string;
  /** As the caller sent it, secrets included: only its digest is kept. */
  readonly input: unknown;
}

/** What a run does by way of its record. */
export interface Run {
  /** Unique among all runs, and no secret. */
  readonly id: string;
  readonly key: string;
  readonly startedAt: number;
  /** Keeps what reading back will need. */
  remember(snapshot: Snapshot): Promise<void>;
  /** Sends something to the panel, once the record says durably that something is being sent. */
  send<T>(work: () => Promise<T>): Promise<T>;
}

/** What became of a write, now or in an earlier run. */
export interface Outcome {
  readonly key: string;
  readonly mutation: string;
  readonly backend: string;
  readonly state: WriteState;
  readonly startedAt: number;
  readonly facts: Facts | null;
  readonly userErrors: readonly UserError[];
}

/** Reads back what became of an unsettled write; `null` when that cannot be told. */
export type Reconcile = (write: UnsettledWrite, backend: string) => Promise<WriteResult | null>;

/**
 * Sees to it that a write is sent once at most, however often it is asked for and whatever dies on the way: each is
 * recorded before it is sent, and a key that has a record never sends again.
 */
export class Ledger {
  private readonly now: () => number;

  constructor(private readonly options: LedgerOptions) {
    this.now = options.now ?? Date.now;
  }

  /**
   * Runs a write, or tells what came of it when its key has been used.
   *
   * @throws {@link IdempotencyConflictError} when the key has another input, or its run has not ended
   * @throws {@link OutcomeUnknownError} when nobody knows what came of it
   * @throws what `send` threw when nothing was sent: the key is then free again for the same input
   */
  async run(
    request: WriteRequest,
    reconcile: Reconcile,
    send: (run: Run) => Promise<WriteResult>,
  ): Promise<Outcome> {
    const record = this.begin(request);
    const earlier = await this.options.store.insert(record);
    if (earlier !== null) return this.replay(earlier, record, reconcile, send);
    return this.carryOut(record, send);
  }

  /** What became of a write; tries to settle it. `null`: there is no such key. */
  async outcome(id: RecordId, reconcile: Reconcile): Promise<Outcome | null> {
    const record = await this.options.store.get(id);
    return record === null ? null : toOutcome(await this.settle(record, reconcile));
  }

  /** Tries to settle what is not settled; for the background. */
  async sweep(limit: number, reconcile: Reconcile): Promise<void> {
    for (const record of await this.options.store.unsettled(limit)) await this.settle(record, reconcile);
  }

  /** An operator's word on what nobody can read back. @returns `false` when the write is not unknown */
  async conclude(id: RecordId, state: 'APPLIED' | 'REJECTED'): Promise<boolean> {
    const record = await this.options.store.get(id);
    if (record === null || this.stateNow(record) !== 'UNKNOWN') return false;
    return this.options.store.replace(record, { ...record, state, endedAt: this.now() });
  }

  private begin({ principalId, key, mutation, backend, input }: WriteRequest): WriteRecord {
    const startedAt = this.now();
    return {
      principalId,
      key: key ?? randomUUID(),
      mutation,
      backend,
      inputDigest: inputDigest(this.options.secret, mutation, input),
      state: 'PENDING',
      sent: false,
      startedAt,
      endedAt: null,
      leaseUntil: startedAt + this.options.leaseMs,
      snapshot: null,
      facts: null,
      userErrors: [],
    };
  }

  private async replay(
    earlier: WriteRecord,
    record: WriteRecord,
    reconcile: Reconcile,
    send: (run: Run) => Promise<WriteResult>,
  ): Promise<Outcome> {
    if (earlier.mutation !== record.mutation || earlier.inputDigest !== record.inputDigest) {
      throw new IdempotencyConflictError(
        'The idempotency key was used with another input.',
        record.key,
        false,
      );
    }
    const settled = await this.settle(earlier, reconcile);
    switch (settled.state) {
      case 'PENDING':
        throw stillRunning(record.key);
      case 'UNKNOWN':
        throw unknownOutcome(settled);
      case 'REJECTED':
        if (settled.sent || settled.userErrors.length > 0) return toOutcome(settled);
        // The run ended before it sent anything, and not by a refusal: the key is free for the same input.
        if (!(await this.options.store.replace(earlier, record))) throw stillRunning(record.key);
        return this.carryOut(record, send);
      default:
        return toOutcome(settled);
    }
  }

  private async carryOut(first: WriteRecord, send: (run: Run) => Promise<WriteResult>): Promise<Outcome> {
    let record = first;
    let delivered = false;
    const note = async (change: Partial<WriteRecord>): Promise<void> => {
      const next = { ...record, ...change };
      if (!(await this.options.store.replace(record, next))) throw stillRunning(record.key);
      record = next;
    };
    const run: Run = {
      id: randomUUID(),
      key: first.key,
      startedAt: first.startedAt,
      remember: (snapshot) => note({ snapshot }),
      send: async (work) => {
        if (!record.sent) await note({ sent: true });
        try {
          const answer = await work();
          delivered = true;
          return answer;
        } catch (error) {
          // Every other error comes after bytes went out.
          delivered ||= !(error instanceof BackendUnavailableError);
          throw error;
        }
      },
    };
    let result: WriteResult;
    try {
      result = await send(run);
    } catch (error) {
      const ending = delivered
        ? { state: 'UNKNOWN' as const, leaseUntil: 0 }
        : { state: 'REJECTED' as const, sent: false, endedAt: this.now(), leaseUntil: 0 };
      await this.noteIfPossible(note, ending);
      throw delivered ? unknownOutcome(record, error) : error;
    }
    // What is known is told, even when it cannot be kept: a replay will then call it unknown, and not send again.
    await this.noteIfPossible(note, concluded(result, this.now()));
    return toOutcome({ ...record, ...concluded(result, this.now()) });
  }

  private async noteIfPossible(
    note: (change: Partial<WriteRecord>) => Promise<void>,
    change: Partial<WriteRecord>,
  ): Promise<void> {
    try {
      await note(change);
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      this.options.reportLostNote?.(error);
    }
  }

  /** The record as it is after asking the panel, if there is something to ask. */
  private async settle(record: WriteRecord, reconcile: Reconcile): Promise<WriteRecord> {
    const state = this.stateNow(record);
    if (state !== 'UNKNOWN') return { ...record, state };
    const result = await reconcile(record, record.backend);
    if (result === null) return { ...record, state };
    const settled = { ...record, ...concluded(result, this.now()) };
    return (await this.options.store.replace(record, settled)) ? settled : { ...record, state };
  }

  /** A run that has outlived its lease died: before it sent anything, or nobody knows. */
  private stateNow(record: WriteRecord): WriteState {
    if (record.state !== 'PENDING' || this.now() < record.leaseUntil) return record.state;
    return record.sent ? 'UNKNOWN' : 'REJECTED';
  }
}

function concluded(
  result: WriteResult,
  endedAt: number,
): Pick<WriteRecord, 'state' | 'facts' | 'userErrors' | 'endedAt' | 'leaseUntil'> {
  return {
    state: result.state,
    facts: result.state === 'REJECTED' ? null : result.facts,
    userErrors: result.state === 'APPLIED' ? [] : result.userErrors,
    endedAt,
    leaseUntil: 0,
  };
}

const toOutcome = ({
  key,
  mutation,
  backend,
  state,
  startedAt,
  facts,
  userErrors,
}: WriteRecord): Outcome => ({
  key,
  mutation,
  backend,
  state,
  startedAt,
  facts,
  userErrors,
});

function unknownOutcome(record: WriteRecord, cause?: unknown): OutcomeUnknownError {
  const error =
    cause instanceof OutcomeUnknownError
      ? cause
      : new OutcomeUnknownError(
          'Nobody knows yet what came of this write; it is not sent again.',
          { backend: record.backend, method: record.mutation },
          { cause },
        );
  error.idempotencyKey = record.key;
  return error;
}

const stillRunning = (key: string): IdempotencyConflictError =>
  new IdempotencyConflictError('The first run with this key has not ended.', key, true);
