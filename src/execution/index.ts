export { OperationPlan } from './operation-plan.js';
export { Plans } from './plans.js';
