export * from './hosting-plans.js';
export * from './packages.js';
export * from './users.js';
