export * from './auth-settings.js';
export * from './backend-settings.js';
export * from './config.js';
export * from './config-error.js';
export * from './load-config.js';
export * from './loopback.js';
export * from './secret.js';
export type { ServerSettings } from './server-settings.js';
export { folder, httpUrl, milliseconds, readableFile, regularExpression, secret } from './setting.js';
