export * from './account.js';
export * from './billing.js';
export * from './contact.js';
export * from './domain.js';
export * from './email-bundle.js';
export * from './mailbox.js';
export * from './service-user.js';
export * from './subscription.js';
