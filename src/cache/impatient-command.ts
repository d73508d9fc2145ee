import type { SendCommand } from '../redis/connection.js';
import { RedisRefusedError } from '../redis/refused.js';
import { withinTime } from '../redis/within-time.js';

export interface Patience {
  /** How long one command is waited for. */
  readonly timeoutMs: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** So many commands in a row without an answer, and Redis is left alone for a while. */
const MAX_SILENT = 3;
const PAUSE_MS = 1_000;

/** Redis was not asked: it has not been answering. */
export class RedisLeftAloneError extends Error {
  constructor() {
    super('Redis has not been answering and is being left alone for a moment.');
    this.name = 'RedisLeftAloneError';
  }
}

/**
 * Commands for what only makes answers faster: each is given up after a short while, and a server that leaves some of
 * them unanswered is not asked for a second. After that one command a second finds out whether it is back.
 *
 * @returns a command that throws {@link RedisLeftAloneError} without asking, an Error when there was no answer in time,
 *   else what `command` throws
 */
export function createImpatientCommand(
  command: SendCommand,
  { timeoutMs, now = performance.now.bind(performance) }: Patience,
): SendCommand {
  let silent = 0;
  let nextTryAt = 0;
  return async <T>(...args: readonly string[]): Promise<T> => {
    if (silent >= MAX_SILENT) {
      if (now() < nextTryAt) throw new RedisLeftAloneError();
      // This one finds out; whoever comes while it waits is told at once.
      nextTryAt = now() + PAUSE_MS;
    }
    try {
      const reply = await withinTime(command<T>(...args), timeoutMs);
      silent = 0;
      return reply;
    } catch (error) {
      // A refusal is an answer, too: the server is there.
      silent = error instanceof RedisRefusedError ? 0 : silent + 1;
      if (silent >= MAX_SILENT) nextTryAt = now() + PAUSE_MS;
      throw error;
    }
  };
}
