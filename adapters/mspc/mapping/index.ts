export * from './account.js';
export * from './hosting-plan.js';
export * from './package.js';
export { groupNamesOf, toGroup, toQuota } from './quota.js';
