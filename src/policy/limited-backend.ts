import { RateLimitedError } from '../errors/index.js';
import type { Backend, CallScope } from '../model/index.js';

/** Counts things by name in windows of time. */
export interface CallCounter {
  hit(key: string, windowMs: number, weight?: number): Promise<{ count: number; resetMs: number }>;
}

export interface CallLimits {
  /** Reads in a minute that one caller may cause. */
  readonly perCaller: number | undefined;
  /** Reads in a minute, whoever causes them. */
  readonly inAll: number | undefined;
}

const MINUTE_MS = 60_000;

/**
 * A backend that is asked so many reads a minute at most; a wave that would be too much is refused as a whole, each call
 * with its own error. Writes are not counted: one that is refused between its calls would be made in part.
 *
 * @returns the backend itself where there is no limit
 */
export function limitedBackend(backend: Backend, counter: CallCounter, limits: CallLimits): Backend {
  const { perCaller, inAll } = limits;
  if (perCaller === undefined && inAll === undefined) return backend;
  const { name } = backend;

  async function check(calls: number, { caller }: CallScope): Promise<void> {
    const hits = [
      ...(perCaller === undefined || caller === undefined
        ? []
        : [{ key: `calls:${name}:${caller}`, limit: perCaller, whose: 'by one caller' }]),
      ...(inAll === undefined ? [] : [{ key: `calls:${name}`, limit: inAll, whose: 'in all' }]),
    ];
    for (const { key, limit, whose } of hits) {
      const { count, resetMs } = await counter.hit(key, MINUTE_MS, calls);
      if (count <= limit) continue;
      throw new RateLimitedError(
        `Backend ${name} is asked ${limit} times a minute ${whose} at most.`,
        resetMs,
        name,
      );
    }
  }

  // On top of the backend, so that whatever else it has, and whatever changes with time, is its own.
  const layer: Pick<Backend, 'callAll'> = {
    async callAll(calls, scope) {
      // What a write reads, and what reading back reads, comes from no caller's query.
      if (scope.fresh === true) return backend.callAll(calls, scope);
      try {
        await check(calls.length, scope);
      } catch (error) {
        return calls.map(() => error);
      }
      return backend.callAll(calls, scope);
    },
  };
  return Object.setPrototypeOf(layer, backend) as Backend;
}
