export * from './describe-error.js';
export * from './log.js';
