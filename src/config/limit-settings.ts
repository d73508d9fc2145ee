import { z } from 'zod';

export const perMinute = () => z.int().min(1).max(10_000_000);

/** How much each caller may ask. `docs/configuration.md` explains each. */
export const limitSettings = z.strictObject({
  /** Requests of one caller; an API key may have a number of its own. Not limited when left out. */
  requestsPerMinute: perMinute().optional(),
  /** Reads that one caller may cause at one backend. Not limited when left out. */
  callsPerMinute: perMinute().optional(),
  /** Failed tries to say who asks, from one address. */
  failedLoginsPerMinute: perMinute().default(20),
});

export type LimitSettings = z.output<typeof limitSettings>;
