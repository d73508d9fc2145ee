import { createHash, createHmac } from 'node:crypto';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { Log } from '../log/index.js';
import type { Backend } from '../model/index.js';
import type { SendCommand } from '../redis/connection.js';
import { createApqStore } from './apq-store.js';
import type { TtlByType } from './cacheable.js';
import { cachedBackend } from './cached-backend.js';
import { type CounterStore, createMemoryCounters, createRedisCounters } from './counter-store.js';
import { Generations } from './generations.js';
import { createImpatientCommand } from './impatient-command.js';
import { createMemoryStore } from './memory-store.js';
import { type CacheObserver, NO_OBSERVER } from './observer.js';
import { ReadCache } from './read-cache.js';
import { createRedisStore } from './redis-store.js';
import { TurnsToAsk } from './turns-to-ask.js';

export interface CacheSettings {
  /** How long answers are kept, in seconds, by the type whose state they show; none of other types. */
  readonly ttlSeconds: TtlByType;
  /** How long Redis is waited for. */
  readonly timeoutMs: number;
  /** What answers take at most where there is no Redis. */
  readonly memoryBytes: number;
}

export interface OpenCacheOptions {
  readonly settings: CacheSettings;
  /** What all processes share; `null`: each has its own. */
  readonly redis: { readonly command: SendCommand; readonly keyPrefix: string } | null;
  /** The same in all processes. */
  readonly secret: Uint8Array;
  readonly observer?: CacheObserver;
  readonly log: Log;
}

/** What may be lost at any time and makes the gateway faster, or its limits common to all processes. */
export interface Cache {
  /** For Apollo Server's automatically persisted queries. */
  readonly apq: KeyValueCache<string>;
  /** What limits are counted with. */
  readonly counters: CounterStore;
  /**
   * A backend whose reads may be answered from the cache.
   *
   * @param panel - where it listens: what tells one panel from another
   */
  cached(backend: Backend, panel: string): Backend;
  close(): void;
}

export function openCache({ settings, redis, secret, observer = NO_OBSERVER, log }: OpenCacheOptions): Cache {
  const { timeoutMs, memoryBytes, ttlSeconds } = settings;
  const command = redis === null ? null : createImpatientCommand(redis.command, { timeoutMs });
  const shared = redis === null || command === null ? null : createRedisStore(command, redis.keyPrefix);
  const store = shared ?? createMemoryStore(memoryBytes);
  const generations = new Generations(store, log);
  const ttlMs = Object.fromEntries(
    Object.entries(ttlSeconds).map(([type, seconds = 0]) => [type, seconds * 1_000]),
  );
  const cache = new ReadCache({ store, generations, secret: keyFrom(secret), ttlMs });
  const turns = shared === null ? null : new TurnsToAsk(shared);
  // Another process that shares the store may cache what this one writes, even where this one caches nothing.
  const isNeeded = shared !== null || Object.keys(ttlSeconds).length > 0;

  return {
    apq: createApqStore({ shared }),
    counters:
      redis === null || command === null
        ? createMemoryCounters()
        : createRedisCounters(command, redis.keyPrefix),
    cached: (backend, panel) =>
      isNeeded
        ? cachedBackend(backend, { cache, generations, turns, observer, panel: nameOf(backend, panel) })
        : backend,
    close: () => generations.close(),
  };
}

/** A key of its own, so that what it makes cannot be compared with what others make of the same secret. */
const keyFrom = (secret: Uint8Array): Uint8Array =>
  createHmac('sha256', secret).update('hostgraph read cache').digest();

const nameOf = ({ kind }: Backend, panel: string): string =>
  `${kind.toLowerCase()}-${createHash('sha256').update(panel).digest('hex').slice(0, 16)}`;
