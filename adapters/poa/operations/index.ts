export * from './accounts.js';
export * from './domains.js';
export * from './exchange.js';
export * from './service-templates.js';
export * from './service-users.js';
export * from './subscriptions.js';
export * from './transactions.js';
export * from './webspaces.js';
