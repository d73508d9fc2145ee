import type { Log } from '../log/index.js';
import { RedisConnection, type RedisSettings, type SendCommand } from './connection.js';
import { checkKeeps } from './eviction.js';

/** A server that processes share. */
export interface SharedRedis {
  /** Fails while the server is away. */
  readonly command: SendCommand;
  /** What all keys begin with. */
  readonly keyPrefix: string;
  close(): void;
}

/**
 * Connects to a server that keeps what it is given. One that is down is waited for in the background.
 *
 * @throws {@link EvictingRedisError} when the server may throw keys away
 */
export async function openKeepingRedis(settings: RedisSettings, log: Log): Promise<SharedRedis> {
  const connection = new RedisConnection(settings, (send) => checkKeeps(send, log), log);
  try {
    await connection.started();
  } catch (error) {
    connection.close();
    throw error;
  }
  return toShared(connection, settings);
}

/** Connects, in the background, to a server that may forget whatever it is given. */
export const openForgettingRedis = (settings: RedisSettings, log: Log): SharedRedis =>
  toShared(new RedisConnection(settings, async () => undefined, log), settings);

const toShared = (connection: RedisConnection, { keyPrefix }: RedisSettings): SharedRedis => ({
  command: connection.command,
  keyPrefix,
  close: () => connection.close(),
});
