import { StoreUnavailableError } from '../../src/writes/store-unavailable-error.js';
import type { WriteRecordStore } from '../../src/writes/write-record.js';

/** Whether a call fails: not at all, before the store has done anything, or after it did what it was asked. */
export type StoreFault = 'none' | 'before' | 'after';

/** A store that fails as it is told; `next` is asked before each call that could change or read something. */
export function createFailingStore(
  store: WriteRecordStore,
  next: (method: 'insert' | 'get' | 'replace' | 'unsettled') => StoreFault,
): WriteRecordStore {
  const away = () => new StoreUnavailableError(new Error('away'));
  async function through<T>(method: Parameters<typeof next>[0], work: () => Promise<T>): Promise<T> {
    const fault = next(method);
    if (fault === 'before') throw away();
    const result = await work();
    if (fault === 'after') throw away();
    return result;
  }
  return {
    insert: (record) => through('insert', () => store.insert(record)),
    get: (id) => through('get', () => store.get(id)),
    replace: (expected, record) => through('replace', () => store.replace(expected, record)),
    unsettled: (limit, skip) => through('unsettled', () => store.unsettled(limit, skip)),
    forget: (limit) => store.forget(limit),
    close: () => store.close(),
  };
}
