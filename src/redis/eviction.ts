import type { Log } from '../log/index.js';
import type { SendCommand } from './connection.js';

/** Redis may throw keys away when its memory is full: what must not be forgotten cannot be kept there. */
export class EvictingRedisError extends Error {
  constructor(policy: string) {
    super(
      `evicts keys when its memory is full (maxmemory-policy ${policy}), and records of writes among them: set it to noeviction`,
    );
    this.name = 'EvictingRedisError';
  }
}

/**
 * Checks that a server keeps what it is given, as far as its settings tell.
 *
 * @throws {@link EvictingRedisError} unless its policy is noeviction
 */
export async function checkKeeps(send: SendCommand, log: Log): Promise<void> {
  // INFO and not CONFIG, which managed servers refuse.
  const policy = fieldOf(await send<string>('INFO', 'memory'), 'maxmemory_policy');
  if (policy !== 'noeviction') throw new EvictingRedisError(policy ?? 'unknown');
  if (fieldOf(await send<string>('INFO', 'persistence'), 'aof_enabled') !== '1') {
    log.warn(
      'Redis has no append-only file: when it dies, records of writes since its last snapshot are lost',
    );
  }
}

const fieldOf = (info: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
