import { describe, expect, it } from 'vitest';
import { createMemoryCounters, createRedisCounters } from '../../../src/cache/counter-store.js';

describe('counters in memory', () => {
  it('count the hits of a window, and begin anew with the next one', async () => {
    let time = 1_000;
    const counters = createMemoryCounters(() => time);
    expect(await counters.hit('a', 100)).toEqual({ count: 1, resetMs: 100 });
    time += 30;
    expect(await counters.hit('a', 100)).toEqual({ count: 2, resetMs: 70 });
    expect(await counters.hit('b', 100)).toEqual({ count: 1, resetMs: 100 });
    time += 69.5;
    expect(await counters.hit('a', 100)).toEqual({ count: 3, resetMs: 1 });
    time += 0.5;
    expect(await counters.hit('a', 100)).toEqual({ count: 1, resetMs: 100 });
  });

  it('count a heavy hit as several', async () => {
    const counters = createMemoryCounters(() => 0);
    await counters.hit('a', 100, 5);
    expect((await counters.hit('a', 100, 2)).count).toBe(7);
  });

  it('take any name, that of a member of all objects included', async () => {
    const counters = createMemoryCounters(() => 0);
    for (const name of ['__proto__', 'constructor', '']) {
      expect((await counters.hit(name, 100)).count).toBe(1);
    }
  });
});

describe('counters on a Redis that does not answer', () => {
  it('count in this process', async () => {
    const counters = createRedisCounters(
      () => Promise.reject(new Error('away')),
      'hostgraph:',
      createMemoryCounters(() => 0),
    );
    await counters.hit('a', 100);
    expect(await counters.hit('a', 100)).toEqual({ count: 2, resetMs: 100 });
  });
});
