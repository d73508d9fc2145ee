export * from './hosting-plan-writes.js';
export * from './hosting-plans.js';
export * from './package-writes.js';
export * from './packages.js';
export * from './user-writes.js';
export * from './users.js';
