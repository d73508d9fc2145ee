import { LRUCache } from 'lru-cache';
import { type KeyValueStore, MAX_VALUE_LENGTH } from './key-value-store.js';

/** What an entry takes besides its texts, about. */
const ENTRY_BYTES = 256;
const BYTES_PER_UNIT = 2;

interface Kept {
  readonly value: string;
  readonly endsAt: number;
}

/**
 * A store in the memory of this process.
 *
 * @param maxBytes - what it takes at most, reckoned at two bytes a character; the least recently used goes first
 * @param now - milliseconds of a clock that never goes back
 */
export function createMemoryStore(
  maxBytes: number,
  now: () => number = performance.now.bind(performance),
): KeyValueStore {
  const kept = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: ({ value }, key) => (value.length + key.length) * BYTES_PER_UNIT + ENTRY_BYTES,
  });

  function read(key: string): string | undefined {
    const entry = kept.get(key);
    if (entry === undefined || entry.endsAt > now()) return entry?.value;
    kept.delete(key);
    return undefined;
  }

  function write(key: string, value: string, ttlMs: number): void {
    if (value.length > MAX_VALUE_LENGTH) kept.delete(key);
    else kept.set(key, { value, endsAt: now() + ttlMs });
  }

  return {
    get: async (keys) => keys.map(read),
    set: async (key, value, ttlMs) => write(key, value, ttlMs),
    async add(key, value, ttlMs) {
      const there = read(key);
      if (there === undefined) write(key, value, ttlMs);
      return there ?? value;
    },
    delete: async (key) => void kept.delete(key),
    async remove(key, value) {
      if (read(key) === value) kept.delete(key);
    },
  };
}
