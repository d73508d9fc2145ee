import type { FastifyReply } from 'fastify';
import { EdgeError } from './edge-error.js';
import { whenOver } from './when-over.js';

export interface OverloadSettings {
  /** Requests under way at once. */
  readonly maxInFlight: number;
  /** How late the process may be to begin what is due. */
  readonly maxEventLoopDelayMs: number;
}

export interface OverloadGuard {
  /** Counts a request until its answer is out. @throws {@link EdgeError} 503 where one more would be too many */
  enter(reply: FastifyReply): void;
  readonly inFlight: number;
  close(): void;
}

const TICK_MS = 100;

/**
 * Refuses at once what could not be answered in time: answering late costs as much as answering, and helps nobody. The
 * process is taken for late when it was on two looks at the clock in a row, a tenth of a second apart, so that one long
 * pause turns nobody away and the door opens again as soon as the rush is over.
 */
export function createOverloadGuard(
  { maxInFlight, maxEventLoopDelayMs }: OverloadSettings,
  now: () => number = performance.now.bind(performance),
): OverloadGuard {
  let inFlight = 0;
  let lookedAt = now();
  let lateBefore = 0;
  let late = 0;
  const ticks = setInterval(() => {
    const time = now();
    lateBefore = late;
    late = time - lookedAt - TICK_MS;
    lookedAt = time;
  }, TICK_MS);
  ticks.unref();
  return {
    enter(reply) {
      if (inFlight >= maxInFlight || Math.min(late, lateBefore) > maxEventLoopDelayMs) throw overloaded();
      inFlight += 1;
      whenOver(reply, () => {
        inFlight -= 1;
      });
    },
    get inFlight() {
      return inFlight;
    },
    close: () => clearInterval(ticks),
  };
}

const overloaded = (): EdgeError =>
  new EdgeError(
    503,
    'SERVICE_UNAVAILABLE',
    'The gateway has more to do than it can. Ask again in a moment.',
    {
      'retry-after': '1',
    },
  );
