import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../src/graphiql/memory-storage.js';

describe('memoryStorage', () => {
  it('answers what was stored last, and null for what never was', () => {
    const storage = memoryStorage();
    storage.setItem('graphiql:theme', 'dark');
    storage.setItem('graphiql:theme', 'light');
    expect(storage.getItem('graphiql:theme')).toBe('light');
    expect(storage.getItem('graphiql:query')).toBeNull();
    expect(storage.getItem('__proto__')).toBeNull();
  });

  it('counts, removes and clears its items', () => {
    const storage = memoryStorage();
    storage.setItem('a', '1');
    storage.setItem('b', '2');
    storage.setItem('c', '');
    storage.removeItem('a');
    expect([storage.length, storage.getItem('a'), storage.getItem('c')]).toEqual([2, null, '']);
    storage.clear();
    expect([storage.length, storage.getItem('b')]).toEqual([0, null]);
  });

  it('shares nothing between two pages', () => {
    memoryStorage().setItem('graphiql:headers', '{"authorization":"Bearer abc"}');
    expect(memoryStorage().length).toBe(0);
  });
});
