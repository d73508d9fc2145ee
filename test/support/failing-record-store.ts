import { StoreUnavailableError } from '../../src/writes/store-unavailable-error.js';
import type { WriteRecordStore } from '../../src/writes/write-record.js';

/**
 * Whether a call fails: not at all, before the store has done anything, or after it did what it was asked; `death`: the
 * process that asks dies there, and hears no more of it.
 */
export type StoreFault = 'none' | 'before' | 'after' | 'death before' | 'death after';

/**
 * A store that fails as it is told.
 *
 * @param next - asked before each call that reads or changes something
 * @param onDeath - told that whoever asked waits for ever
 */
export function createFailingStore(
  store: WriteRecordStore,
  next: () => StoreFault,
  onDeath: () => void = () => {},
): WriteRecordStore {
  const die = (): Promise<never> => {
    onDeath();
    return new Promise(() => {});
  };
  const fail = (): Promise<never> => Promise.reject(new StoreUnavailableError(new Error('away')));
  async function through<T>(work: () => Promise<T>): Promise<T> {
    const fault = next();
    if (fault === 'before') return fail();
    if (fault === 'death before') return die();
    const result = await work();
    if (fault === 'after') return fail();
    return fault === 'death after' ? die() : result;
  }
  return {
    insert: (record) => through(() => store.insert(record)),
    get: (id) => through(() => store.get(id)),
    replace: (expected, record) => through(() => store.replace(expected, record)),
    unsettled: (limit, skip) => through(() => store.unsettled(limit, skip)),
    forget: (limit) => store.forget(limit),
    close: () => store.close(),
  };
}
