import { BadUserInputError, GatewayError, NotConnectedError } from '../errors/index.js';
import type { OtherWrites, Snapshot, WriteResult } from '../model/index.js';
import { otherWritesOf } from './change-authors.js';
import type { Endings, Report } from './endings.js';
import { CALL_SHARE } from './lease.js';
import { concluded, stillRunning, unknownOutcome, withKey } from './outcome.js';
import type { WriteRecord, WriteRecordStore } from './write-record.js';

/** What a run does by way of its record. */
export interface Run {
  /** Unique among all runs, and no secret. */
  readonly id: string;
  readonly key: string;
  readonly startedAt: number;
  readonly others: OtherWrites;
  /** Keeps what reading back will need. */
  remember(snapshot: Snapshot): Promise<void>;
  /** Sends something to the panel, once the record says durably that something is being sent; one after the other. */
  send<T>(work: () => Promise<T>): Promise<T>;
}

export interface RunOptions {
  readonly store: WriteRecordStore;
  readonly endings: Endings;
  readonly leaseMs: number;
  readonly now: () => number;
  readonly report: Report;
  /** Told how it ended, with the code of the error that ended it, if one did. */
  readonly ended: (record: WriteRecord, error: string | null) => void;
}

/** Errors of a `send` that prove that no byte went out; after every other one it may have happened. */
const provesNothingSent = (error: unknown): boolean =>
  error instanceof NotConnectedError || error instanceof BadUserInputError;

const codeOf = (error: unknown): string =>
  error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR';

/** One run under its record, from the first entry to the last. */
export class RecordedRun implements Run {
  readonly id: string;
  readonly key: string;
  readonly startedAt: number;
  readonly others: OtherWrites;
  /** What is under way, or done. */
  private sending: Promise<unknown> = Promise.resolve();
  private underway = 0;
  private delivered = false;
  private ended = false;

  constructor(
    private record: WriteRecord,
    private readonly options: RunOptions,
  ) {
    this.id = record.run;
    this.key = record.key;
    this.startedAt = record.startedAt;
    this.others = otherWritesOf(options.store, record);
  }

  /** @returns the record as it ended @throws what `work` threw when nothing was sent, else OutcomeUnknownError */
  async carryOut(work: (run: Run) => Promise<WriteResult>): Promise<WriteRecord> {
    const { now, report } = this.options;
    let result: WriteResult;
    try {
      result = await work(this);
      await this.end();
    } catch (error) {
      await this.end().catch(() => undefined);
      if (!this.delivered) {
        await this.endAs({ state: 'REJECTED', sent: false, endedAt: now(), leaseUntil: 0 }, codeOf(error));
        throw withKey(error, this.key);
      }
      await this.endAs({ state: 'UNKNOWN' }, 'OUTCOME_UNKNOWN');
      const unknown = unknownOutcome(this.record, error);
      if (unknown !== error) report('a write was sent, and an error ended it', error);
      throw unknown;
    }
    // What is known is told, even when it cannot be kept: a replay will then call it unknown, and not send again.
    return this.endAs(concluded(result, now()), null);
  }

  private async endAs(how: Partial<WriteRecord>, error: string | null): Promise<WriteRecord> {
    const ended = { ...this.record, ...how };
    this.options.ended(ended, error);
    await this.options.endings.keep(ended);
    return ended;
  }

  remember(snapshot: Snapshot): Promise<void> {
    return this.keep({ snapshot });
  }

  send<T>(work: () => Promise<T>): Promise<T> {
    const sent = this.sending.then(() => this.sendNow(work));
    this.sending = sent.catch(() => undefined);
    return sent;
  }

  private async sendNow<T>(work: () => Promise<T>): Promise<T> {
    this.checkOpen();
    await this.holdOn();
    this.checkOpen();
    this.underway += 1;
    try {
      const answer = await work();
      this.delivered = true;
      return answer;
    } catch (error) {
      this.delivered ||= !provesNothingSent(error);
      throw error;
    } finally {
      this.underway -= 1;
    }
  }

  private checkOpen(): void {
    if (this.ended) throw new Error('The run has ended, and sends no more.');
  }

  /** Says durably that something is being sent, under a lease that outlasts it. */
  private async holdOn(): Promise<void> {
    const { leaseMs, now } = this.options;
    const isShort = this.record.leaseUntil - now() < leaseMs * CALL_SHARE;
    if (!this.record.sent || isShort) await this.keep({ sent: true, leaseUntil: now() + leaseMs });
  }

  private async keep(change: Partial<WriteRecord>): Promise<void> {
    const next = { ...this.record, ...change };
    // Whoever has changed it takes this run for dead.
    if (!(await this.options.store.replace(this.record, next))) throw stillRunning(this.key);
    this.record = next;
  }

  /** Nothing that a run has begun goes on behind its back: what came of it would be in no record. */
  private async end(): Promise<void> {
    this.ended = true;
    const wasSending = this.underway > 0;
    await this.sending;
    if (wasSending) throw new Error('A write ended while one of its calls was under way.');
  }
}
