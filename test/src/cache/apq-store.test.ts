import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createApqStore } from '../../../src/cache/apq-store.js';
import type { KeyValueStore } from '../../../src/cache/key-value-store.js';
import { createMemoryStore } from '../../../src/cache/memory-store.js';

const TEXT = '{ __typename }';
const hashOf = (text: string): string => `apq:${createHash('sha256').update(text).digest('hex')}`;
const memory = (now?: () => number) => createMemoryStore(2 ** 20, now);

const DEAD = new Proxy({} as KeyValueStore, {
  get: () => () => Promise.reject(new Error('away')),
});

describe('the store of automatically persisted queries', () => {
  it('knows a text that was registered with another process', async () => {
    const shared = memory();
    const [one, other] = [createApqStore({ shared }), createApqStore({ shared })];
    expect(await other.get(hashOf(TEXT))).toBeUndefined();
    await one.set(hashOf(TEXT), TEXT);
    expect(await other.get(hashOf(TEXT))).toBe(TEXT);
  });

  it('asks the shared store once for a text', async () => {
    let asked = 0;
    const inner = memory();
    const shared: KeyValueStore = {
      ...inner,
      get: (keys) => {
        asked += 1;
        return inner.get(keys);
      },
    };
    await createApqStore({ shared }).set(hashOf(TEXT), TEXT);
    const store = createApqStore({ shared });
    await store.get(hashOf(TEXT));
    await store.get(hashOf(TEXT));
    expect(asked).toBe(1);
  });

  it('remembers by itself while the shared store is away, and misses what others know', async () => {
    const store = createApqStore({ shared: DEAD });
    expect(await store.get(hashOf(TEXT))).toBeUndefined();
    await store.set(hashOf(TEXT), TEXT);
    expect(await store.get(hashOf(TEXT))).toBe(TEXT);
    await store.delete(hashOf(TEXT));
    expect(await store.get(hashOf(TEXT))).toBeUndefined();
  });

  it('keeps no text under a hash that is not its own', async () => {
    const shared = memory();
    const store = createApqStore({ shared });
    await store.set(hashOf('{ other }'), TEXT);
    await store.set('apq:short', TEXT);
    expect(await store.get(hashOf('{ other }'))).toBeUndefined();
    expect(await shared.get([hashOf('{ other }'), 'apq:short'])).toEqual([undefined, undefined]);
  });

  it('answers no text that somebody put under the hash of another one', async () => {
    const shared = memory();
    await shared.set(hashOf(TEXT), 'mutation { other }', 60_000);
    expect(await createApqStore({ shared }).get(hashOf(TEXT))).toBeUndefined();
  });

  it('does not ask for what is no hash', async () => {
    const asked: string[] = [];
    const shared: KeyValueStore = {
      ...memory(),
      get: async (keys) => {
        asked.push(...keys);
        return keys.map(() => undefined);
      },
    };
    const store = createApqStore({ shared });
    for (const hash of [
      '',
      '__proto__',
      'x'.repeat(100_000),
      `${hashOf(TEXT)}\n`,
      hashOf(TEXT).toUpperCase(),
    ]) {
      expect(await store.get(hash)).toBeUndefined();
    }
    expect(asked).toEqual([]);
  });

  it('keeps no text that is far longer than documents are', async () => {
    const shared = memory();
    const store = createApqStore({ shared });
    const long = `{ __typename ${' '.repeat(70_000)} }`;
    await store.set(hashOf(long), long);
    expect(await store.get(hashOf(long))).toBeUndefined();
  });

  it('keeps texts for as long as it is told, in seconds, and for a week at most', async () => {
    let time = 0;
    const front = memory(() => time);
    const store = createApqStore({ shared: null, front });
    await store.set(hashOf(TEXT), TEXT, { ttl: 10 });
    await store.set(hashOf('{ a }'), '{ a }', { ttl: null });
    time = 9_999;
    expect(await store.get(hashOf(TEXT))).toBe(TEXT);
    time = 10_000;
    expect(await store.get(hashOf(TEXT))).toBeUndefined();
    expect(await store.get(hashOf('{ a }'))).toBe('{ a }');
    time = 7 * 24 * 60 * 60_000;
    expect(await store.get(hashOf('{ a }'))).toBeUndefined();
  });
});
