import type { Data } from '../data.js';
import { complete, dns } from './domains.js';
import { addUser } from './users.js';

const SUBSCRIPTION_ID = 2000007;
const OWNER_ID = 1000007;
const COUNT = 100;

/**
 * A hundred mailboxes and domains in one subscription, to see what a query costs that asks for details of each:
 * users 4000101…, mailboxes 5000101…, domains 3000101….
 */
export function seedLargeSubscription(data: Data): void {
  for (let number = 1; number <= COUNT; number += 1) {
    const padded = String(number).padStart(3, '0');
    data.domains.put(
      complete({
        id: 3000100 + number,
        name: `marke-${padded}.example`,
        ownerId: OWNER_ID,
        isLocked: number % 10 === 0,
        hostings: dns(SUBSCRIPTION_ID),
      }),
    );
    addUser(data, {
      id: 4000100 + number,
      subscriptionId: SUBSCRIPTION_ID,
      login: `postfach-${padded}@viele.example`,
      displayName: `Postfach ${padded}`,
      mailbox: {
        id: 5000100 + number,
        size: number * 10_000,
        otherAddresses: number % 5 === 0 ? [`info@marke-${padded}.example`] : [],
      },
    });
  }
}
