import type { AuthSettings } from './auth-settings.js';
import type { IdempotencySettings } from './idempotency-settings.js';
import type { LogSettings } from './log-settings.js';
import type { RedisSettings } from './redis-settings.js';
import type { ServerSettings } from './server-settings.js';

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
  /** Absolute. */
  readonly dataDir: string;
  /** `null`: what is kept is embedded, in `dataDir`. */
  readonly redis: RedisSettings | null;
  readonly idempotency: IdempotencySettings;
  /** No panels are configured: the sandbox has to be started, and its entries stand in for `backends`. */
  readonly sandbox: boolean;
}
