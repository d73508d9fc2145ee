export * from './domains.js';
export * from './email.js';
export * from './forwarding.js';
