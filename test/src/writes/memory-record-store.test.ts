import type { WriteRecord } from '../../../src/writes/write-record.js';
import { describeWriteRecordStore } from '../../contract/write-record-store.js';
import { createMemoryRecordStore } from '../../support/memory-record-store.js';

describeWriteRecordStore('in memory, which other tests stand on', async (options) => {
  const records = new Map<string, WriteRecord>();
  return [createMemoryRecordStore(options, records), createMemoryRecordStore(options, records)];
});
