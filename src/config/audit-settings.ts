import { z } from 'zod';
import { newFile } from './setting.js';

/** Where it is written down who changed what. `docs/operations-guide.md` shows a line. */
export const auditSettings = z.strictObject({
  /** Lines are added to this file; when left out they go to standard error. */
  file: newFile().optional(),
  /** Name of a Redis stream that gets the same entries. */
  redisStream: z
    .string()
    .regex(/^[\w.:-]{1,64}$/, 'must be 1 to 64 letters, digits and . : _ -')
    .optional(),
});

export type AuditSettings = z.output<typeof auditSettings>;
