import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createLmdbRecordStore } from '../../../src/writes/lmdb-record-store.js';
import { describeWriteRecordStore } from '../../contract/write-record-store.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describeWriteRecordStore('on lmdb', async (options) => {
  const folder = mkdtempSync(join(tmpdir(), 'records-'));
  folders.push(folder);
  return [createLmdbRecordStore(folder, options), createLmdbRecordStore(folder, options)];
});
