export * from './accounts.js';
export * from './billing.js';
export * from './lookups.js';
export * from './signup.js';
