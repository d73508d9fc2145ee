import { z } from 'zod';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The log, JSON lines on standard error. */
export const logSettings = z.strictObject({
  /** The least that is written; `info` has a line for every request. */
  level: z.enum(LOG_LEVELS).default('info'),
});

export type LogSettings = z.output<typeof logSettings>;
