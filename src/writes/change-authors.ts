import type { OtherWrites } from '../model/index.js';
import { isSettled, type RecordId, type WriteRecord, type WriteRecordStore } from './write-record.js';

/** No caller's id begins so. */
const AUTHORS = '~authors';
const PAGE = 500;
const MAX_TRIES = 5;
/** What was sent takes effect within this time or never. */
const LATEST_EFFECT_MS = 24 * 60 * 60_000;

const nameOf = ({ backend }: Pick<WriteRecord, 'backend'>, change: string): RecordId => ({
  principalId: AUTHORS,
  key: `${backend}: ${change}`,
});

/**
 * A store that notes, before it keeps how a write ended, which changes that write made. So there is no moment at which
 * a change can be seen at the panel while neither an unsettled record nor an author stands for it, and reading back
 * what became of one write does not mistake another one's work for it.
 */
export function notingAuthors(store: WriteRecordStore): WriteRecordStore {
  async function note(record: WriteRecord): Promise<void> {
    if (!isSettled(record) || record.principalId === AUTHORS) return;
    for (const change of record.changes ?? []) await ascribe(store, record, change);
  }
  return {
    async insert(record) {
      await note(record);
      return store.insert(record);
    },
    get: (id) => store.get(id),
    async replace(expected, record) {
      await note(record);
      return store.replace(expected, record);
    },
    unsettled: (limit, skip) => store.unsettled(limit, skip),
    forget: (limit) => store.forget(limit),
    close: () => store.close(),
  };
}

/** What the records say of writes other than this one, whose settlement they concern. */
export function otherWritesOf(store: WriteRecordStore, record: WriteRecord): OtherWrites {
  const stoodIn = ({ run, backend, sent, snapshot, startedAt }: WriteRecord, change: string): boolean =>
    run !== record.run &&
    backend === record.backend &&
    sent &&
    snapshot?.change === change &&
    startedAt > record.startedAt - LATEST_EFFECT_MS;
  return {
    author: async (change) => (await store.get(nameOf(record, change)))?.run ?? null,
    async contested(change) {
      for (let skip = 0; ; skip += PAGE) {
        const page = await store.unsettled(PAGE, skip);
        if (page.some((other) => stoodIn(other, change))) return true;
        if (page.length < PAGE) return false;
      }
    },
  };
}

/** Kept as a record that is settled, so that it is forgotten when those are. */
async function ascribe(store: WriteRecordStore, write: WriteRecord, change: string): Promise<void> {
  const author: WriteRecord = {
    ...nameOf(write, change),
    mutation: write.mutation,
    backend: write.backend,
    kind: write.kind,
    inputDigest: '',
    run: write.run,
    state: 'APPLIED',
    sent: true,
    startedAt: write.startedAt,
    endedAt: write.endedAt,
    leaseUntil: 0,
    snapshot: null,
    facts: null,
    userErrors: [],
    readBacks: 0,
    readBackAt: null,
  };
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const there = await store.insert(author);
    if (there === null || there.run === write.run || (await store.replace(there, author))) return;
  }
}
