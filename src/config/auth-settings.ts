import { z } from 'zod';
import { BACKEND_NAME, LOCAL_PRINCIPAL, ROLES } from '../model/index.js';
import { jwtSettings } from './jwt-settings.js';
import { perMinute } from './limit-settings.js';

/** `local` is the name of whoever asks while there is no `auth`. */
export const API_KEY_ID = z
  .string()
  .regex(/^[A-Za-z0-9][\w.@-]{0,63}$/, 'must be 1 to 64 letters, digits and . _ @ -')
  .refine((id) => id !== LOCAL_PRINCIPAL.id, 'must not be local, which the gateway uses itself');

/**
 * One key of a caller. Records and cache keys carry the caller's id, so it stays when the key is changed: while both keys
 * are valid there are two entries with the same id and the same rights.
 */
const apiKey = z.strictObject({
  id: API_KEY_ID,
  /** SHA-256 of the key, in hexadecimal; `hostgraph key <id>` makes both. */
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal, 64 digits'),
  /** From when on the key opens nothing any more. */
  notAfter: z.iso.datetime({ offset: true, error: 'must be an instant, as 2027-01-31T00:00:00Z' }).optional(),
  /** What it may do beyond the unified graph. */
  roles: z.array(z.enum(ROLES)).default([]),
  /** Backends that it may use; all when left out. */
  backends: z.array(z.string().regex(BACKEND_NAME, 'must be the name of a backend')).optional(),
  /** What it may see, by backend: ids of accounts; everything when left out. */
  scope: z
    .record(z.string().regex(BACKEND_NAME, 'must be the name of a backend'), z.array(z.string()))
    .optional(),
  /** In place of `limits.requestsPerMinute`. */
  requestsPerMinute: perMinute().optional(),
});

/** Who may ask. Without this section everyone on this machine may, and nobody else. */
export const authSettings = z
  .strictObject({
    apiKeys: z.array(apiKey).default([]),
    jwt: jwtSettings.optional(),
  })
  .refine(({ apiKeys, jwt }) => apiKeys.length > 0 || jwt !== undefined, {
    path: ['apiKeys'],
    message: 'must have an entry where there is no section jwt',
  });

export type AuthSettings = z.output<typeof authSettings>;
export type ApiKeySettings = AuthSettings['apiKeys'][number];
