import type { Facts, Snapshot, UserError, WriteState } from '../model/index.js';

/**
 * What is kept of a write. It is durable before the first byte goes out, so that whatever happens to this process, the
 * next one knows that there was something. Holds ids and refusals, never an input and never an answer.
 */
export interface WriteRecord {
  readonly principalId: string;
  readonly key: string;
  readonly mutation: string;
  readonly backend: string;
  /** HMAC of the canonical input: tells another input from the same one without keeping either. */
  readonly inputDigest: string;
  readonly state: WriteState;
  /** Whether bytes may have gone out. */
  readonly sent: boolean;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** While a run is under way nobody else may conclude it; past this time it has died. */
  readonly leaseUntil: number;
  readonly snapshot: Snapshot | null;
  readonly facts: Facts | null;
  readonly userErrors: readonly UserError[];
}

/** Names a record: keys of different principals never meet. */
export interface RecordId {
  readonly principalId: string;
  readonly key: string;
}

/**
 * Where records are kept. Shared by all processes that serve the same callers.
 *
 * @throws {@link StoreUnavailableError} from every method when the store cannot be asked: a write is then refused
 *   rather than sent without a record
 */
export interface WriteRecordStore {
  /** Keeps a record unless there is one by its name. @returns the one that was there first, else `null` */
  insert(record: WriteRecord): Promise<WriteRecord | null>;
  get(id: RecordId): Promise<WriteRecord | null>;
  /** Replaces a record. @returns `false`, and does nothing, unless `expected` is still what is kept */
  replace(expected: WriteRecord, record: WriteRecord): Promise<boolean>;
  /** Records that are not settled, oldest first. */
  unsettled(limit: number): Promise<readonly WriteRecord[]>;
  close(): Promise<void>;
}
