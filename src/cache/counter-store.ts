import { LRUCache } from 'lru-cache';
import type { SendCommand } from '../redis/connection.js';

export interface Hits {
  /** What was counted in this window so far, this hit included. */
  readonly count: number;
  /** Until the window ends and counting begins anew, at least 1. */
  readonly resetMs: number;
}

/** Counts things by name in windows of time: what limits are held by. */
export interface CounterStore {
  /**
   * Counts one hit. A window begins with its first hit and is as long as that one said.
   *
   * @param key - what is counted; holds no secret, since it may stand in Redis as it is
   * @param windowMs - at least 1
   * @param weight - as how many it counts, a whole number, default 1
   */
  hit(key: string, windowMs: number, weight?: number): Promise<Hits>;
}

/** A window takes some 200 bytes, so that all of them take 20 MB at most. The least recently hit go first. */
const MAX_WINDOWS = 100_000;

/** Counts in this process alone. */
export function createMemoryCounters(now: () => number = performance.now.bind(performance)): CounterStore {
  const windows = new LRUCache<string, { count: number; readonly endsAt: number }>({ max: MAX_WINDOWS });
  return {
    async hit(key, windowMs, weight = 1) {
      const time = now();
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= time) {
        window = { count: 0, endsAt: time + windowMs };
        windows.set(key, window);
      }
      window.count += weight;
      return { count: window.count, resetMs: Math.max(1, Math.ceil(window.endsAt - time)) };
    },
  };
}

/**
 * KEYS: a counter. ARGV: the weight of this hit, the milliseconds of a window. Answers the count and the milliseconds
 * that are left. A counter that has no end, which no hit leaves behind, gets one, or it would lock somebody out for good.
 */
const HIT = `
local count = redis.call('INCRBY', KEYS[1], ARGV[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  left = tonumber(ARGV[2])
end
return {count, left}`;

/**
 * Counts on a Redis that all processes share. While it does not answer, each process counts for itself: a limit may
 * then be passed as many times as there are processes, and is still a limit.
 *
 * @param command - gives up soon, so that nobody waits for a count
 */
export function createRedisCounters(
  command: SendCommand,
  keyPrefix: string,
  fallback: CounterStore = createMemoryCounters(),
): CounterStore {
  return {
    async hit(key, windowMs, weight = 1) {
      try {
        const name = `${keyPrefix}count:${key}`;
        const [count, leftMs] = await command<[number, number]>(
          'EVAL',
          HIT,
          '1',
          name,
          String(weight),
          String(windowMs),
        );
        return { count, resetMs: Math.max(1, leftMs) };
      } catch {
        return fallback.hit(key, windowMs, weight);
      }
    },
  };
}
