import type { Data } from './data.js';
import { seedAccounts } from './seed/accounts.js';
import { seedCatalogue } from './seed/catalogue.js';
import { seedCrmAndMail } from './seed/crm.js';
import { seedDomains } from './seed/domains.js';
import { seedIis } from './seed/iis.js';
import { seedLargeSubscription } from './seed/large-subscription.js';
import { seedSubscriptions } from './seed/subscriptions.js';
import { seedUsers } from './seed/users.js';
import { seedWebspaces } from './seed/webspaces.js';

/**
 * Fills an empty panel with a provider, its resellers and their customers: always the same rows under the same
 * ids. All names, addresses and numbers are from ranges that are reserved for examples.
 */
export function seed(data: Data): void {
  seedAccounts(data);
  seedCatalogue(data);
  seedSubscriptions(data);
  seedDomains(data);
  seedUsers(data);
  seedLargeSubscription(data);
  seedWebspaces(data);
  seedIis(data);
  seedCrmAndMail(data);
  seedTaskRequests(data);
}

/** One request id for each state that pem.getRequestStatus tells. */
function seedTaskRequests(data: Data): void {
  data.taskRequests.put({
    id: 'seed-succeeded',
    tasks: [{ state: 'succeeded', message: 'Mailbox created' }],
  });
  data.taskRequests.put({
    id: 'seed-running',
    tasks: [
      { state: 'succeeded', message: 'Mailbox created' },
      { state: 'running', message: 'Moving mailbox' },
    ],
  });
  data.taskRequests.put({
    id: 'seed-failed',
    tasks: [{ state: 'failed', message: 'Host exch02.ad.nordhost.example is not reachable' }],
  });
}
