import type { CacheObserver } from './cache/observer.js';
import { type Cache, openCache } from './cache/open-cache.js';
import { type Config, ConfigError } from './config/index.js';
import type { Log } from './log/index.js';
import { EvictingRedisError } from './redis/eviction.js';
import type { SharedRedis } from './redis/open-redis.js';

/** Hundreds of modules, which a gateway without Redis need not wait for when it starts. */
const redisModule = () => import('./redis/open-redis.js');

/**
 * The Redis that is configured for what must be kept; `null` where there is none.
 *
 * @throws {@link ConfigError} if it may throw records away
 */
export async function openRecordRedis({ redis }: Config, log: Log): Promise<SharedRedis | null> {
  if (redis === null) return null;
  const { openKeepingRedis } = await redisModule();
  try {
    return await openKeepingRedis(revealed(redis), log);
  } catch (error) {
    if (!(error instanceof EvictingRedisError)) throw error;
    throw new ConfigError([{ path: 'redis.url', message: error.message }]);
  }
}

export interface ConfiguredCacheOptions {
  /** Serves where the cache has no Redis of its own. */
  readonly records: SharedRedis | null;
  /** The same in all processes. */
  readonly secret: Uint8Array;
  readonly observer: CacheObserver | null;
  readonly log: Log;
}

/** The cache as it is configured, on the Redis that it is configured to be on. */
export async function openConfiguredCache(
  { cache: settings }: Config,
  { records, secret, observer, log }: ConfiguredCacheOptions,
): Promise<Cache> {
  const own =
    settings.redis === undefined
      ? null
      : (await redisModule()).openForgettingRedis(revealed(settings.redis), log);
  const cache = openCache({
    settings,
    redis: own ?? records,
    secret,
    log,
    ...(observer === null ? {} : { observer }),
  });
  return {
    ...cache,
    close() {
      cache.close();
      own?.close();
    },
  };
}

const revealed = (settings: NonNullable<Config['redis']>) => ({
  ...settings,
  password: settings.password?.reveal(),
});
