import type { RecordId, WriteRecord, WriteRecordStore } from '../../src/writes/write-record.js';

const nameOf = ({ principalId, key }: RecordId): string => JSON.stringify([principalId, key]);

/** Records for tests that do not care where they are kept. */
export function createMemoryRecordStore(): WriteRecordStore {
  const records = new Map<string, WriteRecord>();
  return {
    async insert(record) {
      const there = records.get(nameOf(record));
      if (there === undefined) records.set(nameOf(record), record);
      return there ?? null;
    },
    get: async (id) => records.get(nameOf(id)) ?? null,
    async replace(expected, record) {
      if (JSON.stringify(records.get(nameOf(expected))) !== JSON.stringify(expected)) return false;
      records.set(nameOf(record), record);
      return true;
    },
    unsettled: async (limit) =>
      [...records.values()].filter(({ state }) => state === 'PENDING' || state === 'UNKNOWN').slice(0, limit),
    close: async () => records.clear(),
  };
}
