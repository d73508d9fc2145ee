import {
  type PanelWrites,
  toGlobalId,
  type WriteMethod,
  type WriteResult,
} from '../../../src/model/index.js';
import type { AnyOperation, Call } from '../../../src/operation/operation.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  batchRequest,
  disableSubscription,
  enableSubscription,
  getSubscription,
  removeSubscription,
  setSubscriptionName,
} from '../operations/index.js';
import { isGiven } from './checks.js';
import { removal } from './removal.js';
import { lookUp } from './sighting.js';

/** POA runs each call as a transaction of its own, so a refusal proves that nothing happened. */
export function subscriptionWrites(backend: string): PanelWrites {
  const idOf = (subscriptionId: string) => toGlobalId(backend, 'Subscription', subscriptionId);
  const applied = (subscriptionId: string): WriteResult => ({
    state: 'APPLIED',
    facts: { nodes: { subscription: idOf(subscriptionId) } },
  });

  const setActive = (
    operation: typeof disableSubscription,
    isActive: boolean,
  ): WriteMethod<{ subscriptionId: string }> => ({
    run: ({ subscriptionId }, session) =>
      rejectedWhenRefused(async () => {
        await session.remember({ subscriptionId });
        await session.send(operation, { subscription_id: Number(subscriptionId) });
        return applied(subscriptionId);
      }),
    // The flag alone tells: what else the call does follows from it.
    reconcile: async ({ snapshot }, read) => {
      const subscriptionId = String(snapshot?.subscriptionId);
      const { is_active: active } = await readSubscription(read, subscriptionId);
      return active === isActive ? applied(subscriptionId) : null;
    },
  });

  const allApplied = (subscriptionIds: readonly string[], requestId: string): WriteResult => ({
    state: 'APPLIED',
    facts: {
      nodes: { task: toGlobalId(backend, 'Task', requestId) },
      nodeLists: { subscriptions: subscriptionIds.map(idOf) },
    },
  });

  const setAllActive = (
    operation: AnyOperation,
    isActive: boolean,
  ): WriteMethod<{ subscriptionIds: readonly string[] }> => ({
    run: ({ subscriptionIds }, session) =>
      rejectedWhenRefused(async () => {
        await session.remember({ subscriptionIds });
        await session.send(batchRequest, {
          request_id: session.requestId,
          calls: subscriptionIds.map((id) => ({ operation, params: { subscription_id: Number(id) } })),
        });
        return allApplied(subscriptionIds, session.requestId);
      }),
    reconcile: async ({ snapshot, requestId }, read) => {
      const subscriptionIds = (snapshot?.subscriptionIds ?? []) as readonly string[];
      const all = await Promise.all(subscriptionIds.map((id) => readSubscription(read, id)));
      return all.every(({ is_active: active }) => active === isActive)
        ? allApplied(subscriptionIds, requestId)
        : null;
    },
  });

  return {
    renameSubscription: {
      run: ({ subscriptionId, name, description }, session) =>
        rejectedWhenRefused(async () => {
          // No call reads a description.
          if (!isGiven(description)) await session.remember({ subscriptionId, name });
          await session.send(setSubscriptionName, {
            subscription_id: Number(subscriptionId),
            name,
            descr: description ?? undefined,
          });
          return applied(subscriptionId);
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const subscriptionId = String(snapshot.subscriptionId);
        const { name } = await readSubscription(read, subscriptionId);
        return name === snapshot.name ? applied(subscriptionId) : null;
      },
    },
    suspendSubscription: setActive(disableSubscription, false),
    resumeSubscription: setActive(enableSubscription, true),
    deleteSubscription: removal({
      idOf: ({ subscriptionId }: { subscriptionId: string }) => subscriptionId,
      toDeletedId: idOf,
      look: (read, id) =>
        lookUp(read, getSubscription, { subscription_id: Number(id), get_resources: false }),
      remove: (send, id) => send(removeSubscription, { subscription_id: Number(id) }),
    }),
    suspendSubscriptions: setAllActive(disableSubscription, false),
    resumeSubscriptions: setAllActive(enableSubscription, true),
  };
}

const readSubscription = (read: Call, subscriptionId: string) =>
  read(getSubscription, { subscription_id: Number(subscriptionId), get_resources: false });
