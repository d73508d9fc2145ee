import { z } from 'zod';
import type { BackendKinds } from '../model/backend-kind.js';
import { BACKEND_NAME } from '../model/index.js';
import { auditSettings } from './audit-settings.js';
import { authSettings } from './auth-settings.js';
import { cacheSettings } from './cache-settings.js';
import { idempotencySettings } from './idempotency-settings.js';
import { limitSettings } from './limit-settings.js';
import { logSettings } from './log-settings.js';
import { nativeSettings } from './native-settings.js';
import { operationsSettings, persistedMode } from './operations-settings.js';
import { redisSettings } from './redis-settings.js';
import { serverSettings } from './server-settings.js';
import { folder } from './setting.js';
import { metricsSettings, tracingSettings } from './telemetry-settings.js';

const generalSections = {
  server: serverSettings.prefault({}),
  auth: authSettings.optional(),
  log: logSettings.prefault({}),
  limits: limitSettings.prefault({}),
  native: nativeSettings.prefault({}),
  operations: operationsSettings.prefault({}),
  /** Whether GraphQL is asked with documents, with ids of known ones, or both. */
  persistedOperations: persistedMode.default('allow'),
  audit: auditSettings.prefault({}),
  metrics: metricsSettings.prefault({}),
  tracing: tracingSettings.optional(),
  /** Where the gateway keeps what has to survive a restart. */
  dataDir: folder().default('data'),
  redis: redisSettings.optional(),
  cache: cacheSettings.prefault({}),
  idempotency: idempotencySettings.prefault({}),
};

/** What there is to say without a configuration file, when the sandbox stands in for the backends. */
export const sandboxSchema = z.strictObject(generalSections);

/** The configuration file as a whole; `kinds` says what an entry under `backends` may hold. */
export const configSchema = (kinds: BackendKinds) =>
  z.strictObject({ ...generalSections, backends: backendsSchema(kinds) });

/** The entries under `backends`, each by the schema of its kind. */
export const backendsSchema = (kinds: BackendKinds) =>
  z
    .record(
      z
        .string()
        .regex(
          BACKEND_NAME,
          'is no name for a backend: lower-case letters, digits and dashes, a letter first',
        ),
      entrySchema(kinds),
    )
    .refine((entries) => Object.keys(entries).length > 0, 'must name at least one backend');

function entrySchema(kinds: BackendKinds) {
  const [first, ...others] = Object.entries(kinds).map(([kind, { schema }]) =>
    schema.extend({ kind: z.literal(kind) }),
  );
  if (first === undefined) throw new Error('The gateway was built without a kind of backend.');
  return z.discriminatedUnion('kind', [first, ...others]);
}
