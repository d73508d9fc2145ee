import type { Data } from './data.js';
import type { Resource, Subscription } from './records.js';
import { found, Refusal } from './refusal.js';

const UNLIMITED = -1n;
/** What is new has used nothing, and was measured when this simulator's data was. */
const MEASURED_AT = 1_306_886_400;

export const unused = (resourceTypeId: number, limit: bigint): Resource => ({
  resourceTypeId,
  limit,
  usage: 0n,
  measuredAt: MEASURED_AT,
});

/** Whether a subscription may use any of a resource. */
export const has = ({ resources }: Subscription, resourceTypeId: number): boolean =>
  resources.some((row) => row.resourceTypeId === resourceTypeId && row.limit !== 0n);

/** A subscription under which something new may be set up: a disabled one allows nothing. */
export function activeSubscription(data: Data, id: number): Subscription {
  const subscription = found(data.subscriptions.get(id), 'Subscription', id);
  if (!subscription.isActive) throw Refusal.wrongState(`Subscription ${id} is disabled`);
  return subscription;
}

/**
 * Counts one more, or one less, of what a subscription uses.
 *
 * @throws Refusal when it would go over the limit, or the subscription has none of it
 */
export function use(data: Data, subscriptionId: number, resourceTypeId: number, amount: bigint): void {
  const subscription = data.subscriptions.get(subscriptionId);
  const resource = subscription?.resources.find((row) => row.resourceTypeId === resourceTypeId);
  if (subscription === undefined || resource === undefined) {
    if (amount > 0n) throw Refusal.overLimit(`Subscription ${subscriptionId} has no such resource`);
    return;
  }
  const usage = resource.usage + amount;
  if (amount > 0n && resource.limit !== UNLIMITED && usage > resource.limit) {
    throw Refusal.overLimit(`Resource type ${resourceTypeId} of subscription ${subscriptionId} is used up`);
  }
  const changed = { ...resource, usage: usage < 0n ? 0n : usage };
  data.subscriptions.put({
    ...subscription,
    resources: subscription.resources.map((row) => (row === resource ? changed : row)),
  });
}

/**
 * Sets a limit: one above 0 that the usage exceeds is refused.
 *
 * @see CloudBlue Commerce 20.4, Operations Public API Reference, "pem.setResourceTypeLimits"
 */
export function limited(resource: Resource, limit: bigint): Resource {
  if (limit < UNLIMITED) throw Refusal.invalidArguments('A limit is -1 or not negative');
  if (limit > 0n && limit < resource.usage) {
    throw Refusal.overLimit(`Resource type ${resource.resourceTypeId} uses more than that`);
  }
  return { ...resource, limit };
}
