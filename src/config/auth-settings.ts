import { z } from 'zod';
import { BACKEND_NAME, LOCAL_PRINCIPAL, ROLES } from '../model/index.js';

/** `local` is the name of whoever asks while there is no `auth`. */
export const API_KEY_ID = z
  .string()
  .regex(/^[A-Za-z0-9][\w.@-]{0,63}$/, 'must be 1 to 64 letters, digits and . _ @ -')
  .refine((id) => id !== LOCAL_PRINCIPAL.id, 'must not be local, which the gateway uses itself');

/** One caller. Records and cache keys carry its id, so it stays when the key is changed. */
const apiKey = z.strictObject({
  id: API_KEY_ID,
  /** SHA-256 of the key, in hexadecimal; `hostgraph key <id>` makes both. */
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal, 64 digits'),
  /** What it may do beyond the unified graph. */
  roles: z.array(z.enum(ROLES)).default([]),
  /** Backends that it may use; all when left out. */
  backends: z.array(z.string().regex(BACKEND_NAME, 'must be the name of a backend')).optional(),
  /** What it may see, by backend: ids of accounts; everything when left out. */
  scope: z
    .record(z.string().regex(BACKEND_NAME, 'must be the name of a backend'), z.array(z.string()))
    .optional(),
});

/** Who may ask. Without this section everyone on this machine may, and nobody else. */
export const authSettings = z.strictObject({
  apiKeys: z.array(apiKey).min(1),
});

export type AuthSettings = z.output<typeof authSettings>;
export type ApiKeySettings = AuthSettings['apiKeys'][number];
