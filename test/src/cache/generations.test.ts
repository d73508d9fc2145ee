import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeyValueStore } from '../../../src/cache/key-value-store.js';
import { createMemoryStore } from '../../../src/cache/memory-store.js';
import { cachePanel, callOf, scopeOf } from '../../support/cached-panel.js';
import { createPanelOfThings, things } from '../../support/panel-of-things.js';

const ACCOUNT_1 = callOf(things.getAccount, { id: 1 });
const renaming = (name: string) => callOf(things.rename, { id: 1, name });

/** A store that can be lost and come back. */
function losable(inner: KeyValueStore) {
  let lost = false;
  const guard =
    <A extends unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (lost) throw new Error('away');
      return method(...args);
    };
  const store: KeyValueStore = {
    get: guard(inner.get),
    set: guard(inner.set),
    add: guard(inner.add),
    delete: guard(inner.delete),
    remove: guard(inner.remove),
  };
  return {
    store,
    setLost(value: boolean) {
      lost = value;
    },
  };
}

describe('a write while the store is away', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  function setUp() {
    const inner = createMemoryStore(2 ** 20);
    const { store, setLost } = losable(inner);
    const panel = createPanelOfThings();
    const here = cachePanel(panel.backend, { store });
    const read = async () => (await here.backend.callAll([ACCOUNT_1], scopeOf()))[0];
    const write = (name: string) => here.backend.send?.(renaming(name), scopeOf());
    return { ...panel, ...here, inner, setLost, read, write };
  }

  it('goes on, and nothing older is answered when the store is back, until it has been told', async () => {
    const { read, write, setLost, takeLookups } = setUp();
    await read();
    setLost(true);
    await write('uno');
    expect(await read()).toEqual({ name: 'uno' });
    setLost(false);
    expect(await read()).toEqual({ name: 'uno' });
    expect(takeLookups()).toEqual(['miss', 'error', 'error']);
    await vi.advanceTimersByTimeAsync(200);
    expect(await read()).toEqual({ name: 'uno' });
    expect(await read()).toEqual({ name: 'uno' });
    expect(takeLookups()).toEqual(['miss', 'hit']);
  });

  it('is told again and again until that succeeds, at growing distances', async () => {
    const { read, write, setLost, takeLookups } = setUp();
    await read();
    setLost(true);
    await write('uno');
    await vi.advanceTimersByTimeAsync(30_000);
    setLost(false);
    await vi.advanceTimersByTimeAsync(5_000);
    takeLookups();
    expect(await read()).toEqual({ name: 'uno' });
    expect(takeLookups()).toEqual(['miss']);
  });

  it('that is over after the store came back is told as well', async () => {
    const { read, write, hold, setLost, names } = setUp();
    await read();
    setLost(true);
    const release = hold();
    const written = write('uno');
    await vi.advanceTimersByTimeAsync(150);
    setLost(false);
    await vi.advanceTimersByTimeAsync(100);
    release();
    await written;
    expect(names.get(1)).toBe('uno');
    expect(await read()).toEqual({ name: 'uno' });
    expect(await read()).toEqual({ name: 'uno' });
  });

  it('has nothing kept of what is read meanwhile', async () => {
    const { read, write, names, setLost, takeLookups } = setUp();
    setLost(true);
    await write('uno');
    await read();
    setLost(false);
    names.set(1, 'changed elsewhere');
    await vi.advanceTimersByTimeAsync(200);
    expect(await read()).toEqual({ name: 'changed elsewhere' });
    expect(takeLookups()).toEqual(['error', 'miss']);
  });

  it('is not told any more once the process ends', async () => {
    const { write, setLost, close, inner } = setUp();
    const set = vi.spyOn(inner, 'set');
    setLost(true);
    await write('uno');
    setLost(false);
    close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(set).not.toHaveBeenCalled();
  });
});

describe('a generation that the store forgot', () => {
  it('is over', async () => {
    const store = createMemoryStore(2 ** 20);
    const forgotten: string[] = [];
    const noting: KeyValueStore = {
      ...store,
      add: (key, ...rest) => {
        forgotten.push(key);
        return store.add(key, ...rest);
      },
    };
    const { backend, waves } = createPanelOfThings();
    const cached = cachePanel(backend, { store: noting }).backend;
    await cached.callAll([ACCOUNT_1], scopeOf());
    const generations = forgotten.filter((key) => key.startsWith('generation:'));
    expect(generations).toHaveLength(3);
    for (const generation of generations) {
      await store.delete(generation);
      waves.length = 0;
      await cached.callAll([ACCOUNT_1], scopeOf());
      await cached.callAll([ACCOUNT_1], scopeOf());
      expect(waves).toHaveLength(1);
    }
  });
});
