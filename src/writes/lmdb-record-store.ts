import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { StoreUnavailableError } from './store-unavailable-error.js';
import type { RecordId, WriteRecord, WriteRecordStore } from './write-record.js';

/** Longer ones would exceed what lmdb takes as a key; the edge allows shorter ones only. */
const keyOf = ({ principalId, key }: RecordId): string => JSON.stringify([principalId, key]);

const isSettled = ({ state }: WriteRecord): boolean =>
  state === 'APPLIED' || state === 'REJECTED' || state === 'PARTIAL';

/**
 * Records in a folder on this machine, for several processes at once. What a method has kept survives the death of the
 * process, since lmdb writes through the page cache and syncs each commit.
 *
 * @param retentionMs - settled records older than this are forgotten; unsettled ones never are
 */
export function createLmdbRecordStore(
  folder: string,
  { retentionMs, now = Date.now }: { readonly retentionMs: number; readonly now?: () => number },
): WriteRecordStore {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database: RootDatabase<WriteRecord, string> = open({ path: folder, encoding: 'json' });

  const guarded = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new StoreUnavailableError(error);
    }
  };
  const isForgotten = (record: WriteRecord): boolean =>
    isSettled(record) && (record.endedAt ?? record.startedAt) + retentionMs < now();

  /** Runs in a write transaction, which all processes on this folder take one after the other. */
  const alone = <T>(work: () => T): Promise<T> =>
    guarded(async () => {
      const result = await database.transaction(work);
      await database.flushed;
      return result;
    });

  return {
    insert: (record) =>
      alone(() => {
        const there = database.get(keyOf(record));
        if (there !== undefined && !isForgotten(there)) return there;
        database.put(keyOf(record), record);
        return null;
      }),
    get: (id) =>
      guarded(() => {
        const record = database.get(keyOf(id));
        return record === undefined || isForgotten(record) ? null : record;
      }),
    replace: (expected, record) =>
      alone(() => {
        const there = database.get(keyOf(expected));
        if (there === undefined || JSON.stringify(there) !== JSON.stringify(expected)) return false;
        database.put(keyOf(record), record);
        return true;
      }),
    unsettled: (limit) =>
      guarded(() => {
        const found: WriteRecord[] = [];
        for (const { value } of database.getRange()) if (!isSettled(value)) found.push(value);
        return found.sort((a, b) => a.startedAt - b.startedAt).slice(0, limit);
      }),
    close: () => database.close(),
  };
}
