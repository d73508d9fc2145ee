import { z } from 'zod';
import { secret } from './setting.js';

/** Half of what the digests have: a shorter one could be tried out. */
const LEAST_SECRET = 32;

/** How writes are remembered. */
export const idempotencySettings = z.strictObject({
  /**
   * Keys the digests by which an input is known again: the same in all processes that share records. Where records are
   * embedded one is made and kept beside them.
   */
  secret: secret(LEAST_SECRET).optional(),
  /** How long the outcome of a write is told by its key. What is not settled is kept for ever. */
  retentionDays: z.int().min(1).max(3650).default(30),
});

export type IdempotencySettings = z.output<typeof idempotencySettings>;
