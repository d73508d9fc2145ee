import type { SendCommand } from '../redis/connection.js';
import { StoreUnavailableError } from './store-unavailable-error.js';
import {
  forgettableFrom,
  isSettled,
  type RecordId,
  type WriteRecord,
  type WriteRecordStore,
} from './write-record.js';

export interface RedisRecordStoreOptions {
  /** Settled records older than this are forgotten; unsettled ones never are. */
  readonly retentionMs: number;
  /** What all keys begin with. */
  readonly keyPrefix: string;
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
 * @param command - of a server that throws nothing away; while it fails, every method refuses
 */
export function createRedisRecordStore(
  command: SendCommand,
  { retentionMs, keyPrefix, now = Date.now }: RedisRecordStoreOptions,
): WriteRecordStore {
  // In braces: in a cluster all of these are on one node, as a script needs it.
  const prefix = `${keyPrefix}{writes}:`;
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
    // The connection is not its own.
    close: async () => undefined,
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
