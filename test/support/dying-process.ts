import 'reflect-metadata';
import type { WriteRecord, WriteRecordStore } from '../../src/writes/write-record.js';
import { openKeptWrites } from './kept-writes.js';

/** Where a process is killed: by the last entry that it makes in a write's record. */
export const DEATHS = ['recorded', 'sending', 'answered', 'never'] as const;
export type Death = (typeof DEATHS)[number];

/** What `process.argv[2]` says, as JSON. */
export interface DyingProcessOptions {
  readonly folder: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly leaseMs: number;
  readonly death: Death;
  readonly source: string;
}

const { death, source, ...options } = JSON.parse(process.argv[2] ?? '{}') as DyingProcessOptions;

/** No handler runs, nothing is flushed: as a machine kills it that has run out of memory. */
const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

const dying = (store: WriteRecordStore): WriteRecordStore => ({
  ...store,
  async insert(record) {
    const there = await store.insert(record);
    return death === 'recorded' ? die() : there;
  },
  async replace(expected: WriteRecord, record: WriteRecord) {
    // The answer is here, and its entry is not.
    if (death === 'answered' && record.state !== 'PENDING') return die();
    const isReplaced = await store.replace(expected, record);
    return death === 'sending' && record.sent ? die() : isReplaced;
  },
});

const result = await openKeptWrites({ ...options, around: dying }).run(source);
process.stdout.write(JSON.stringify(result));
