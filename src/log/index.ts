export * from './describe-error.js';
export * from './log.js';
export * from './standard-error.js';
