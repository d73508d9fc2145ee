export * from './domains.js';
export * from './email.js';
export * from './forwarding.js';
export * from './mailboxes.js';
export * from './paks.js';
