import { z } from 'zod';
import { perMinute } from './limit-settings.js';
import { httpUrl, milliseconds, readableFile } from './setting.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const MIB = 1024 * 1024;

/**
 * What every backend takes, whatever its kind; a kind's own schema extends it and may set other defaults.
 * `docs/configuration.md` explains each.
 */
export const backendSettings = z.strictObject({
  /** Where the panel listens; the kind's README says which path it expects. */
  url: httpUrl(),
  /** Deadline of a read, retries included. Panels answer in tenths of a second, or hang. */
  timeoutMs: milliseconds(100, 10 * MINUTE_MS).default(10 * SECOND_MS),
  /** Deadline of a write, which is sent once: real panels provision while the caller waits. */
  writeTimeoutMs: milliseconds(SECOND_MS, 60 * MINUTE_MS).default(2 * MINUTE_MS),
  /** Calls, and so connections, under way at once; more of them wait. */
  concurrency: z.int().min(1).max(256).default(16),
  /** Reads in a minute, whoever causes them. Not limited when left out. */
  callsPerMinute: perMinute().optional(),
  /** A larger answer is cut off as it arrives, so that no panel can use up the memory. */
  maxResponseBytes: z
    .int()
    .min(1024)
    .max(1024 * MIB)
    .default(32 * MIB),
  /** How often a read is sent again when no answer came. Writes never are. */
  retries: z.int().min(0).max(10).default(2),
  breaker: z
    .strictObject({
      /** Attempts in a row without an answer, after which no more calls are sent for a while. */
      failures: z.int().min(1).max(1000).default(5),
      /** How long that while is, before one call tries again. */
      openMs: milliseconds(100, 10 * MINUTE_MS).default(10 * SECOND_MS),
    })
    .prefault({}),
  tls: z
    .strictObject({
      /** Authorities that the panel's certificate is checked against, PEM, in place of the public ones. */
      caFile: readableFile().optional(),
      /** Takes any certificate. Whoever sits on the way can then read the panel's password. */
      insecure: z.boolean().default(false),
    })
    .prefault({}),
});

export type BackendSettings = z.output<typeof backendSettings>;
