import {
  forgettableFrom,
  isSettled,
  type RecordId,
  type WriteRecord,
  type WriteRecordStore,
} from '../../src/writes/write-record.js';

const nameOf = ({ principalId, key }: RecordId): string => JSON.stringify([principalId, key]);

export interface MemoryRecordStoreOptions {
  readonly retentionMs?: number;
  readonly now?: () => number;
}

/** Records for tests that do not care where they are kept. Several doors share what `records` holds. */
export function createMemoryRecordStore(
  { retentionMs = Number.POSITIVE_INFINITY, now = Date.now }: MemoryRecordStoreOptions = {},
  records = new Map<string, WriteRecord>(),
): WriteRecordStore {
  const isForgotten = (record: WriteRecord): boolean =>
    (forgettableFrom(record, retentionMs) ?? Number.POSITIVE_INFINITY) < now();
  const read = (id: RecordId): WriteRecord | null => {
    const record = records.get(nameOf(id));
    return record === undefined || isForgotten(record) ? null : record;
  };
  return {
    async insert(record) {
      const there = read(record);
      if (there === null) records.set(nameOf(record), record);
      return there;
    },
    get: async (id) => read(id),
    async replace(expected, record) {
      if (JSON.stringify(records.get(nameOf(expected))) !== JSON.stringify(expected)) return false;
      records.set(nameOf(record), record);
      return true;
    },
    unsettled: async (limit, skip = 0) =>
      [...records.values()]
        .filter((record) => !isSettled(record))
        .sort((a, b) => a.startedAt - b.startedAt)
        .slice(skip, skip + limit),
    async forget(limit) {
      const old = [...records].filter(([, record]) => isForgotten(record)).slice(0, limit);
      for (const [name] of old) records.delete(name);
      return old.length;
    },
    close: async () => {},
  };
}
