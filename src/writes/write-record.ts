import type { BackendKind, Facts, Snapshot, UserError, WriteState } from '../model/index.js';

/**
 * What is kept of a write. It is durable before the first byte goes out, so that whatever happens to this process, the
 * next one knows that there was something. Holds ids and refusals, never an input and never an answer.
 */
export interface WriteRecord {
  readonly principalId: string;
  readonly key: string;
  readonly mutation: string;
  readonly backend: string;
  /** A backend that is of another kind by now cannot tell what became of this write. */
  readonly kind: BackendKind;
  /** HMAC of the canonical input: tells another input from the same one without keeping either. */
  readonly inputDigest: string;
  /** The run that holds the record; whoever takes the record over is another one. */
  readonly run: string;
  readonly state: WriteState;
  /** Whether bytes may have gone out. */
  readonly sent: boolean;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /**
   * While a run is under way nobody else may conclude it; past this time it has died. The panel has given up what was
   * sent by then, so that reading back shows what will stay.
   */
  readonly leaseUntil: number;
  readonly snapshot: Snapshot | null;
  readonly facts: Facts | null;
  readonly userErrors: readonly UserError[];
  /** What it made, once it is settled: see `change-authors.ts`. */
  readonly changes?: readonly string[];
  /** How often reading back was tried, and when last. */
  readonly readBacks: number;
  readonly readBackAt: number | null;
}

/** Names a record: keys of different principals never meet. */
export interface RecordId {
  readonly principalId: string;
  readonly key: string;
}

/** Whether nothing is left to find out. */
export const isSettled = ({ state }: WriteRecord): boolean =>
  state === 'APPLIED' || state === 'REJECTED' || state === 'PARTIAL';

/** When a settled record may be forgotten; `null` for one that may not. */
export const forgettableFrom = (record: WriteRecord, retentionMs: number): number | null =>
  isSettled(record) ? (record.endedAt ?? record.startedAt) + retentionMs : null;

/**
 * Where records are kept. Shared by all processes that serve the same callers.
 *
 * @throws {@link StoreUnavailableError} from every method when the store cannot be asked, or does not answer in time: a
 *   write is then refused rather than sent without a record. The change may have been kept all the same.
 */
export interface WriteRecordStore {
  /** Keeps a record unless there is one by its name. @returns the one that was there first, else `null` */
  insert(record: WriteRecord): Promise<WriteRecord | null>;
  get(id: RecordId): Promise<WriteRecord | null>;
  /**
   * Replaces a record.
   *
   * @param record - differs from `expected`, or it takes nothing from whoever else expects that
   * @returns `false`, and does nothing, unless `expected` is still what is kept
   */
  replace(expected: WriteRecord, record: WriteRecord): Promise<boolean>;
  /** Records that are not settled, oldest first. @param skip - so many of the oldest are left out */
  unsettled(limit: number, skip?: number): Promise<readonly WriteRecord[]>;
  /** Removes settled records that are past their retention, at most `limit`. @returns how many */
  forget(limit: number): Promise<number>;
  close(): Promise<void>;
}
