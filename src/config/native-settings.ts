import { z } from 'zod';
import { perMinute } from './limit-settings.js';

/** The panels' own methods. `docs/configuration.md` explains each. */
export const nativeSettings = z.strictObject({
  /** Serves them, to callers with the role `native`. */
  enabled: z.boolean().default(true),
  /** Also methods that the vendor names and does not describe, to callers with the role `raw`. */
  raw: z.boolean().default(false),
  /** How often one caller may have a password checked. */
  credentialChecksPerMinute: perMinute().default(10),
});

export type NativeConfig = z.output<typeof nativeSettings>;
