import type { OtherWrites, WriteResult, WriteState } from '../model/index.js';
import { otherWritesOf } from './change-authors.js';
import type { Endings, Report } from './endings.js';
import { concluded } from './outcome.js';
import type { WatchWrites } from './write-event.js';
import type { WriteRecord, WriteRecordStore } from './write-record.js';

/**
 * Reads back what became of an unsettled write; `null` when that cannot be told.
 *
 * @param signal - ends its reads
 */
export type Reconcile = (
  write: WriteRecord,
  signal: AbortSignal,
  others: OtherWrites,
) => Promise<WriteResult | null>;

export interface SettlingOptions {
  readonly store: WriteRecordStore;
  readonly endings: Endings;
  readonly now: () => number;
  readonly report: Report;
  readonly watch: WatchWrites;
  /** Whether a run of this process is carrying it out, whatever its lease says: clocks can be set. */
  readonly isUnderway: (run: string) => boolean;
}

/** Who wants to know: somebody who waits for the answer, or the background. */
export type Occasion = 'asked' | 'swept';

export interface Inquiry {
  readonly reconcile: Reconcile;
  readonly occasion: Occasion;
  /** Ends reading back early. */
  readonly signal?: AbortSignal | undefined;
}

/** Longer than a few reads take, shorter than callers wait. */
const READ_BACK_MS = 30_000;
/** Whoever asks again and again reads back at once so often, and then at this pace. */
const FREE_ASKS = 3;
const ASKED_PACE_MS = 5_000;
const FIRST_SWEEP_PACE_MS = 10_000;
const MAX_SWEEP_PACE_MS = 60 * 60_000;

/** Finds out what became of writes whose runs cannot tell any more. */
export class Settling {
  constructor(private readonly options: SettlingOptions) {}

  /** The record as it is after asking the panel, if there is something to ask. */
  async settle(record: WriteRecord, inquiry: Inquiry): Promise<WriteRecord> {
    const known = this.options.endings.of(record);
    if (known !== undefined) return known;
    switch (this.stateNow(record)) {
      case 'UNKNOWN':
        return this.readBack(record, inquiry);
      case 'REJECTED':
        // Who tells that nothing was sent sees to it that nothing will be: the run may only have been slow.
        return record.state === 'REJECTED' ? record : this.put(record, closed(record, this.options.now()));
      default:
        return record;
    }
  }

  /** A run that has outlived its lease died: before it sent anything, or nobody knows. */
  stateNow(record: WriteRecord): WriteState {
    if (record.state !== 'PENDING') return record.state;
    if (this.options.now() < record.leaseUntil || this.options.isUnderway(record.run)) return 'PENDING';
    return record.sent ? 'UNKNOWN' : 'REJECTED';
  }

  private async readBack(record: WriteRecord, inquiry: Inquiry): Promise<WriteRecord> {
    const { now, store } = this.options;
    if (!isDue(record, now(), inquiry.occasion)) return { ...record, state: 'UNKNOWN' };
    const noted: WriteRecord = {
      ...record,
      state: 'UNKNOWN',
      readBacks: record.readBacks + 1,
      readBackAt: now(),
    };
    // One reads back at a time, in whichever process.
    if (!(await store.replace(record, noted))) return this.again(record);
    const result = await this.ask(noted, inquiry);
    if (result === null) return noted;
    // What is not there while the panel may still be at it is no proof.
    if (result.state === 'REJECTED' && now() < record.leaseUntil) return noted;
    return this.put(noted, { ...noted, ...concluded(result, now()) });
  }

  private async ask(record: WriteRecord, { reconcile, signal }: Inquiry): Promise<WriteResult | null> {
    try {
      const others = otherWritesOf(this.options.store, record);
      return await reconcile(record, readBackSignal(signal), others);
    } catch (error) {
      this.options.report('reading back what became of a write failed', error);
      return null;
    }
  }

  private async put(record: WriteRecord, next: WriteRecord): Promise<WriteRecord> {
    if (!(await this.options.store.replace(record, next))) return this.again(record);
    this.options.watch({ event: 'settled', record: next, requestId: null, error: null });
    return next;
  }

  /** As somebody else has left it just now. */
  private async again(record: WriteRecord): Promise<WriteRecord> {
    const there = (await this.options.store.get(record)) ?? record;
    return { ...there, state: this.stateNow(there) };
  }
}

const readBackSignal = (signal: AbortSignal | undefined): AbortSignal => {
  const limit = AbortSignal.timeout(READ_BACK_MS);
  return signal === undefined ? limit : AbortSignal.any([limit, signal]);
};

const closed = (record: WriteRecord, endedAt: number): WriteRecord => ({
  ...record,
  state: 'REJECTED',
  endedAt,
  leaseUntil: 0,
});

function isDue({ readBacks, readBackAt, startedAt }: WriteRecord, now: number, occasion: Occasion): boolean {
  const since = now - (readBackAt ?? startedAt);
  // The clock was set back: what lies in the future tells nothing.
  if (since < 0) return true;
  return occasion === 'asked'
    ? readBacks < FREE_ASKS || since >= ASKED_PACE_MS
    : since >= Math.min(FIRST_SWEEP_PACE_MS * 2 ** Math.min(readBacks, 20), MAX_SWEEP_PACE_MS);
}
