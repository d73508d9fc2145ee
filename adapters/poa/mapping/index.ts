export * from './account.js';
export * from './domain.js';
export * from './domain-request.js';
export * from './hosting-plan.js';
export * from './mailbox.js';
export * from './subscription.js';
