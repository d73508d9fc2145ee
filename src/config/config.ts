import type { AuditSettings } from './audit-settings.js';
import type { AuthSettings } from './auth-settings.js';
import type { CacheSettings } from './cache-settings.js';
import type { IdempotencySettings } from './idempotency-settings.js';
import type { LimitSettings } from './limit-settings.js';
import type { LogSettings } from './log-settings.js';
import type { NativeConfig } from './native-settings.js';
import type { OperationsSettings, PersistedMode } from './operations-settings.js';
import type { RedisSettings } from './redis-settings.js';
import type { ServerSettings } from './server-settings.js';
import type { MetricsSettings, TracingSettings } from './telemetry-settings.js';

/** An entry under `backends`: its kind, and the settings that the schema of that kind gave. */
export type BackendEntry = Readonly<Record<string, unknown>> & { readonly kind: string };

/** Everything that the gateway was told, read once at the start. */
export interface Config {
  readonly server: ServerSettings;
  /** By name, in the order of the file. */
  readonly backends: Readonly<Record<string, BackendEntry>>;
  /** `null`: whoever is on this machine. */
  readonly auth: AuthSettings | null;
  readonly log: LogSettings;
  readonly limits: LimitSettings;
  readonly native: NativeConfig;
  readonly operations: OperationsSettings;
  readonly persistedOperations: PersistedMode;
  readonly audit: AuditSettings;
  readonly metrics: MetricsSettings;
  /** `null`: no spans are made. */
  readonly tracing: TracingSettings | null;
  /** Absolute. */
  readonly dataDir: string;
  /** `null`: what is kept is embedded, in `dataDir`. */
  readonly redis: RedisSettings | null;
  readonly cache: CacheSettings;
  readonly idempotency: IdempotencySettings;
  /** No panels are configured: the sandbox has to be started, and its entries stand in for `backends`. */
  readonly sandbox: boolean;
}
