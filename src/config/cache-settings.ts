import { z } from 'zod';
import { redisSettings } from './redis-settings.js';
import { milliseconds } from './setting.js';

const DAY_SECONDS = 24 * 60 * 60;
const KIB = 1_024;
const MIB = KIB * KIB;

const seconds = () => z.int().min(1).max(DAY_SECONDS).optional();

/** What is kept to answer faster. `docs/configuration.md` explains each. */
export const cacheSettings = z.strictObject({
  /** How long answers of panels are kept, by the type whose state they show; none where it is left out. */
  ttlSeconds: z
    .strictObject({
      Account: seconds(),
      Subscription: seconds(),
      Domain: seconds(),
      Mailbox: seconds(),
      Package: seconds(),
      HostingPlan: seconds(),
      EmailBundle: seconds(),
    })
    .prefault({}),
  /** A cache that takes longer costs more than it saves. */
  timeoutMs: milliseconds(5, 10_000).default(100),
  /** What answers take at most in the memory of a process that has no Redis. */
  memoryBytes: z
    .int()
    .min(64 * KIB)
    .max(1_024 * MIB)
    .default(32 * MIB),
  /** In place of the section `redis`: a server that may forget what it is given. */
  redis: redisSettings.optional(),
});

export type CacheSettings = z.output<typeof cacheSettings>;
