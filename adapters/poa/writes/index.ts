import type { PanelWrites } from '../../../src/model/index.js';
import type { PoaSettings } from '../config.js';
import { accountMemberWrites } from './account-members.js';
import { accountWrites } from './accounts.js';
import { newAccountWrites } from './new-account.js';
import { newSubscriptionWrites } from './new-subscription.js';
import { subscriptionPlanWrites } from './subscription-plan.js';
import { subscriptionWrites } from './subscriptions.js';

/** The mutations that POA has calls for. */
export const createPoaWrites = (
  backend: string,
  { transactionTimeoutSeconds }: PoaSettings,
): PanelWrites => ({
  ...newAccountWrites(backend, transactionTimeoutSeconds),
  ...accountWrites(backend),
  ...accountMemberWrites(backend),
  ...newSubscriptionWrites(backend, transactionTimeoutSeconds),
  ...subscriptionWrites(backend),
  ...subscriptionPlanWrites(backend),
});
