export * from './audit-settings.js';
export * from './auth-settings.js';
export * from './backend-settings.js';
export * from './config.js';
export * from './config-error.js';
export * from './idempotency-settings.js';
export type { JwtSettings } from './jwt-settings.js';
export type { LimitSettings } from './limit-settings.js';
export * from './load-config.js';
export * from './loopback.js';
export type { NativeConfig } from './native-settings.js';
export type { OperationsSettings, PersistedMode } from './operations-settings.js';
export type { QueryLimits } from './query-limits.js';
export * from './redis-settings.js';
export * from './secret.js';
export type { ServerSettings } from './server-settings.js';
export {
  contentOf,
  folder,
  httpUrl,
  milliseconds,
  readableFile,
  regularExpression,
  secret,
} from './setting.js';
export type { MetricsSettings, TracingSettings } from './telemetry-settings.js';
