export * from './account.js';
export * from './hosting-plan.js';
export * from './package.js';
export { groupNamesOf } from './quota.js';
