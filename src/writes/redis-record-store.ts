import type { Log } from '../log/index.js';
import { RedisConnection, type RedisSettings } from '../redis/connection.js';
import { checkKeeps } from '../redis/eviction.js';
import { StoreUnavailableError } from './store-unavailable-error.js';
import {
  forgettableFrom,
  isSettled,
  type RecordId,
  type WriteRecord,
  type WriteRecordStore,
} from './write-record.js';

export type { RedisSettings } from '../redis/connection.js';

export interface RedisRecordStoreOptions {
  /** Settled records older than this are forgotten; unsettled ones never are. */
  readonly retentionMs: number;
  readonly log: Log;
  readonly now?: () => number;
}

/**
 * KEYS: a record and the index of what is not settled. ARGV: the text that must be there ('' for none), the text that
 * takes its place, the milliseconds for which it is kept ('0' for ever), its place in the index.
 *
 * Answers what is there instead, or nil when it is done.
 */
const PUT = `
local there = redis.call('GET', KEYS[1]) or ''
if there ~= ARGV[1] then return there end
if ARGV[3] == '0' then
  redis.call('SET', KEYS[1], ARGV[2])
  redis.call('ZADD', KEYS[2], ARGV[4], KEYS[1])
else
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  redis.call('ZREM', KEYS[2], KEYS[1])
end
return nil`;

const MAX_TRIES = 5;

/**
 * Records on a Redis that all processes share. A record is text, which is compared as a whole when it is replaced.
 *
 * @throws {@link EvictingRedisError} when the server may throw records away; one that is down is waited for in the
 *   background, and every method refuses meanwhile
 */
export async function createRedisRecordStore(
  settings: RedisSettings,
  { retentionMs, log, now = Date.now }: RedisRecordStoreOptions,
): Promise<WriteRecordStore> {
  const connection = new RedisConnection(settings, (send) => checkKeeps(send, log), log);
  try {
    await connection.started();
  } catch (error) {
    connection.close();
    throw error;
  }
  const { command } = connection;
  // In braces: in a cluster all of these are on one node, as a script needs it.
  const prefix = `${settings.keyPrefix}{writes}:`;
  const index = `${prefix}unsettled`;
  const nameOf = ({ principalId, key }: RecordId): string =>
    `${prefix}record:${JSON.stringify([principalId, key])}`;
  const isForgotten = (record: WriteRecord): boolean =>
    (forgettableFrom(record, retentionMs) ?? Number.POSITIVE_INFINITY) < now();

  /** @returns `null` when it is done, else what is there instead, '' for nothing */
  const put = (expected: string, record: WriteRecord): Promise<string | null> => {
    const until = forgettableFrom(record, retentionMs);
    const keptMs = until === null ? 0 : Math.max(1, until - now());
    const args = [expected, JSON.stringify(record), String(keptMs), String(record.startedAt)];
    return command('EVAL', PUT, '2', nameOf(record), index, ...args);
  };

  return {
    insert: (record) =>
      guarded(async () => {
        for (let tries = 0, expected = ''; tries < MAX_TRIES; tries += 1) {
          const text = await put(expected, record);
          if (text === null) return null;
          const there = text === '' ? null : fromText(text);
          if (there !== null && !isForgotten(there)) return there;
          expected = text;
        }
        throw new Error('A record keeps changing.');
      }),
    get: (id) =>
      guarded(async () => {
        const text = await command<string | null>('GET', nameOf(id));
        const record = text === null ? null : fromText(text);
        return record === null || isForgotten(record) ? null : record;
      }),
    replace: (expected, record) =>
      guarded(async () => (await put(JSON.stringify(expected), record)) === null),
    unsettled: (limit, skip = 0) =>
      guarded(async () => {
        const names = await command<string[]>('ZRANGE', index, String(skip), String(skip + limit - 1));
        if (names.length === 0) return [];
        const texts = await command<Array<string | null>>('MGET', ...names);
        return texts
          .filter((text) => text !== null)
          .map(fromText)
          .filter((record) => !isSettled(record));
      }),
    // Redis forgets them itself.
    forget: async () => 0,
    close: async () => connection.close(),
  };
}

/** Written by `put` alone. */
const fromText = (text: string): WriteRecord => JSON.parse(text) as WriteRecord;

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StoreUnavailableError(error);
  }
}
