import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log/index.js';
import type { RedisSettings } from '../../src/redis/connection.js';
import { EvictingRedisError } from '../../src/redis/eviction.js';
import { openKeepingRedis } from '../../src/redis/open-redis.js';
import { createRedisRecordStore, type RedisRecordStoreOptions } from '../../src/writes/redis-record-store.js';
import { StoreUnavailableError } from '../../src/writes/store-unavailable-error.js';
import type { WriteRecordStore } from '../../src/writes/write-record.js';
import { describeWriteRecordStore, record } from '../contract/write-record-store.js';
import { type RedisServer, startRedis } from './support/redis.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

const settings = (url: string, keyPrefix = 'hostgraph:'): RedisSettings => ({
  url,
  keyPrefix,
  tls: { insecure: false },
  connectTimeoutMs: 2_000,
  commandTimeoutMs: 300,
});
const DAY_MS = 24 * 60 * 60_000;
const options = { retentionMs: DAY_MS };

/** A store with a connection of its own. */
async function openStore(
  { keyPrefix, ...settingsOfOne }: RedisSettings,
  limits: Omit<RedisRecordStoreOptions, 'keyPrefix'> = options,
): Promise<WriteRecordStore> {
  const redis = await openKeepingRedis({ ...settingsOfOne, keyPrefix }, createLog('silent'));
  return {
    ...createRedisRecordStore(redis.command, { ...limits, keyPrefix }),
    close: async () => redis.close(),
  };
}

let suites = 0;
describeWriteRecordStore('on Redis', async (limits) => {
  suites += 1;
  const open = () => openStore(settings(redis.url, `suite-${suites}:`), { ...options, ...limits });
  return [await open(), await open()];
});

describe('the write record store on Redis', () => {
  const opened: Array<() => unknown> = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  async function startServer(...args: string[]): Promise<RedisServer> {
    const server = await startRedis(...args);
    opened.push(() => server.close());
    return server;
  }

  async function open(url: string, prefix?: string): Promise<WriteRecordStore> {
    const store = await openStore(settings(url, prefix));
    opened.push(() => store.close());
    return store;
  }

  it('does not open on a server that may evict records', async () => {
    const evicting = await startServer('--maxmemory-policy', 'allkeys-lru');
    await expect(open(evicting.url)).rejects.toBeInstanceOf(EvictingRedisError);
    await expect(open(evicting.url)).rejects.toThrow('maxmemory-policy allkeys-lru');
  });

  it('keeps gateways apart that differ in their prefix', async () => {
    const [one, other] = [await open(redis.url, 'one:'), await open(redis.url, 'other:')];
    await one.insert(record({ key: 'apart' }));
    expect(await other.get({ principalId: 'local', key: 'apart' })).toBeNull();
    expect(await other.unsettled(100)).toEqual([]);
  });

  it('refuses while the server is away, has what it was given when it is back, and needs no restart', async () => {
    const server = await startServer();
    const store = await open(server.url);
    await store.insert(record({ key: 'before' }));
    await server.kill();
    await expect(store.insert(record({ key: 'during' }))).rejects.toBeInstanceOf(StoreUnavailableError);
    await server.start();
    await vi.waitFor(
      async () => expect(await store.get({ principalId: 'local', key: 'before' })).not.toBeNull(),
      { timeout: 15_000, interval: 50 },
    );
    expect(await store.get({ principalId: 'local', key: 'during' })).toBeNull();
  });

  it('opens while the server is away, and refuses until it is there', async () => {
    const server = await startServer();
    await server.kill();
    const store = await open(server.url);
    await expect(store.insert(record())).rejects.toBeInstanceOf(StoreUnavailableError);
    await server.start();
    await vi.waitFor(async () => expect(await store.insert(record())).toBeNull(), {
      timeout: 15_000,
      interval: 50,
    });
  });

  it('waits no longer than its time-out for a server that says nothing, and finds it again', async () => {
    const server = await startServer();
    const store = await open(server.url);
    server.freeze();
    const asked = performance.now();
    for (const key of ['a', 'b', 'c']) {
      await expect(store.insert(record({ key }))).rejects.toBeInstanceOf(StoreUnavailableError);
    }
    expect(performance.now() - asked).toBeLessThan(2_000);
    server.wake();
    await vi.waitFor(async () => expect(await store.insert(record({ key: 'd' }))).toBeNull(), {
      timeout: 15_000,
      interval: 50,
    });
  });

  it('lets one of two win when a record of the past may be forgotten', async () => {
    let time = 1_000;
    const at = { ...options, retentionMs: 1_000, now: () => time };
    const stores = await Promise.all([1, 2].map(() => openStore(settings(redis.url, 'race:'), at)));
    opened.push(...stores.map((store) => () => store.close()));
    const [one, other] = stores;
    await one?.insert(record({ state: 'APPLIED', endedAt: 1_000 }));
    time = 2_001;
    const answers = await Promise.all([
      one?.insert(record({ run: 'one' })),
      other?.insert(record({ run: 'other' })),
    ]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  });
});
