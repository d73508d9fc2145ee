import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/cache/memory-store.js';
import { describeKeyValueStore } from '../../contract/key-value-store.js';

const MIB = 2 ** 20;
let time = 0;

describeKeyValueStore(
  'in memory',
  () => createMemoryStore(16 * MIB, () => time),
  (ms) => {
    time += ms;
  },
);

describe('the store in memory', () => {
  it('takes no more than it may, and drops what was used longest ago', async () => {
    const store = createMemoryStore(10_000);
    const keys = Array.from({ length: 100 }, (_, index) => `key ${index}`);
    for (const key of keys) {
      await store.set(key, 'x'.repeat(200), 60_000);
      await store.get(['key 0']);
    }
    const kept = (await store.get(keys)).filter((value) => value !== undefined);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length * 200 * 2).toBeLessThan(10_000);
    expect(await store.get(['key 0', 'key 1', 'key 99'])).toEqual([
      'x'.repeat(200),
      undefined,
      'x'.repeat(200),
    ]);
  });

  it('does not keep what is larger than all of it', async () => {
    const store = createMemoryStore(1_000);
    await store.set('large', 'x'.repeat(2_000), 60_000);
    expect(await store.get(['large'])).toEqual([undefined]);
  });
});
