import { mkdirSync } from 'node:fs';
import { open } from 'lmdb';
import { withinTime } from '../redis/within-time.js';
import { StoreUnavailableError } from './store-unavailable-error.js';
import {
  forgettableFrom,
  isSettled,
  type RecordId,
  type WriteRecord,
  type WriteRecordStore,
} from './write-record.js';

export interface LmdbRecordStoreOptions {
  /** Settled records older than this are forgotten; unsettled ones never are. */
  readonly retentionMs: number;
  /** How long another process may keep this one from writing. */
  readonly timeoutMs?: number;
  readonly now?: () => number;
}

/** Where a record stands in an index: by a time, and by its name. */
type Place = [timeMs: number, principalId: string, key: string];

const nameOf = ({ principalId, key }: RecordId): [string, string] => [principalId, key];
const FIRST: Place = [0, '', ''];

/**
 * Records in a folder on this machine, for several processes at once. What a method has kept is on the disk: it
 * survives the death of the process, and of the machine.
 */
export function createLmdbRecordStore(
  folder: string,
  { retentionMs, timeoutMs = 10_000, now = Date.now }: LmdbRecordStoreOptions,
): WriteRecordStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A commit is flushed before it counts, and fails when that fails: what follows it is sent to a panel. Each record is
  // text, which is compared as a whole when it is replaced.
  // Batches of an event turn would have a promise of their own that nobody can reach: when a disk is full it is rejected
  // beside those of the transactions, and ends the process.
  const database = open({ path: folder, overlappingSync: false, eventTurnBatching: false });
  const records = database.openDB<string, [string, string]>({ name: 'records', encoding: 'string' });
  const unsettled = database.openDB<string, Place>({ name: 'unsettled', encoding: 'string' });
  const settled = database.openDB<string, Place>({ name: 'settled', encoding: 'string' });

  const isForgotten = (record: WriteRecord): boolean =>
    (forgettableFrom(record, retentionMs) ?? Number.POSITIVE_INFINITY) < now();

  /** Runs in a write transaction, which all processes on this folder take one after the other. */
  const alone = <T>(work: () => T): Promise<T> =>
    guarded(() => withinTime(database.transaction(work).catch(withCommitError), timeoutMs));

  function put(record: WriteRecord, text: string): void {
    records.put(nameOf(record), text);
    indexOf(record).put(placeOf(record), '');
  }

  function remove(record: WriteRecord): void {
    records.remove(nameOf(record));
    indexOf(record).remove(placeOf(record));
  }

  const indexOf = (record: WriteRecord) => (isSettled(record) ? settled : unsettled);
  const read = (id: RecordId): WriteRecord | null => {
    const text = records.get(nameOf(id));
    // Written by `put` alone.
    return text === undefined ? null : (JSON.parse(text) as WriteRecord);
  };

  return {
    insert(record) {
      const text = JSON.stringify(record);
      return alone(() => {
        const there = read(record);
        if (there !== null && !isForgotten(there)) return there;
        if (there !== null) remove(there);
        put(record, text);
        return null;
      });
    },
    get: (id) =>
      guarded(async () => {
        const record = read(id);
        return record === null || isForgotten(record) ? null : record;
      }),
    replace(expected, record) {
      const [known, text] = [JSON.stringify(expected), JSON.stringify(record)];
      return alone(() => {
        if (records.get(nameOf(expected)) !== known) return false;
        remove(expected);
        put(record, text);
        return true;
      });
    },
    unsettled: (limit, skip = 0) =>
      guarded(async () =>
        [...unsettled.getKeys({ limit, offset: skip })]
          .map(([, principalId, key]) => read({ principalId, key }))
          .filter((record) => record !== null),
      ),
    forget: (limit) =>
      alone(() => {
        const old = [...settled.getKeys({ start: FIRST, end: [now() - retentionMs, '', ''], limit })];
        for (const [, principalId, key] of old) {
          const record = read({ principalId, key });
          if (record !== null) remove(record);
        }
        return old.length;
      }),
    close: () => database.close(),
  };
}

const placeOf = (record: WriteRecord): Place => [
  isSettled(record) ? (record.endedAt ?? record.startedAt) : record.startedAt,
  record.principalId,
  record.key,
];

/** What a commit failed for comes as a promise on its error, and ends the process where nobody looks at it. */
async function withCommitError(error: unknown): Promise<never> {
  await (error as { readonly commitError?: Promise<never> }).commitError;
  throw error;
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StoreUnavailableError(error);
  }
}
