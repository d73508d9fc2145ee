import type { PanelWrites } from '../../../src/model/index.js';
import type { PoaSettings } from '../config.js';
import { accountMemberWrites } from './account-members.js';
import { accountWrites } from './accounts.js';
import { dnsWrites } from './dns.js';
import { domainRequestWrites } from './domain-requests.js';
import { domainWrites } from './domains.js';
import { mailboxAddressWrites } from './mailbox-addresses.js';
import { mailboxMoveWrites } from './mailbox-moves.js';
import { mailboxWrites } from './mailboxes.js';
import { newAccountWrites } from './new-account.js';
import { newDomainWrites } from './new-domain.js';
import { newSubscriptionWrites } from './new-subscription.js';
import { serviceUserWrites } from './service-users.js';
import { subscriptionPlanWrites } from './subscription-plan.js';
import { subscriptionWrites } from './subscriptions.js';

/** The mutations that POA has calls for. */
export const createPoaWrites = (backend: string, settings: PoaSettings): PanelWrites => ({
  ...newAccountWrites(backend, settings.transactionTimeoutSeconds),
  ...accountWrites(backend),
  ...accountMemberWrites(backend),
  ...newSubscriptionWrites(backend, settings.transactionTimeoutSeconds),
  ...subscriptionWrites(backend),
  ...subscriptionPlanWrites(backend),
  ...newDomainWrites(backend),
  ...domainWrites(backend),
  ...domainRequestWrites(backend, settings),
  ...dnsWrites(backend),
  ...serviceUserWrites(backend, settings),
  ...mailboxWrites(backend),
  ...mailboxAddressWrites(backend),
  ...mailboxMoveWrites(backend),
});
