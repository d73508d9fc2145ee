import type { SendCommand } from '../redis/connection.js';
import { type KeyValueStore, MAX_VALUE_LENGTH } from './key-value-store.js';

/** KEYS: a name. ARGV: a value, its milliseconds. Answers what is there afterwards. */
const ADD = `
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return ARGV[1] end
return redis.call('GET', KEYS[1])`;

/** KEYS: a name. ARGV: the value that goes. */
const REMOVE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`;

/**
 * A store on a Redis that all processes share. Every key has an end, so that the server forgets by itself.
 *
 * @param command - gives up soon, so that nobody waits for what only saves time
 */
export function createRedisStore(command: SendCommand, keyPrefix: string): KeyValueStore {
  // In braces: in a cluster all of these are on one node, as reading several at once needs it.
  const nameOf = (key: string): string => `${keyPrefix}{cache}:${key}`;

  return {
    async get(keys) {
      if (keys.length === 0) return [];
      const values = await command<Array<string | null>>('MGET', ...keys.map(nameOf));
      return values.map((value) => value ?? undefined);
    },
    async set(key, value, ttlMs) {
      if (value.length > MAX_VALUE_LENGTH) await command('DEL', nameOf(key));
      else await command('SET', nameOf(key), value, 'PX', String(ttlMs));
    },
    add: (key, value, ttlMs) => command<string>('EVAL', ADD, '1', nameOf(key), value, String(ttlMs)),
    async delete(key) {
      await command('DEL', nameOf(key));
    },
    async remove(key, value) {
      await command('EVAL', REMOVE, '1', nameOf(key), value);
    },
  };
}
