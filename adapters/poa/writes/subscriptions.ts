import {
  type PanelWrites,
  toGlobalId,
  type WriteMethod,
  type WriteResult,
} from '../../../src/model/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  batchRequest,
  disableSubscription,
  enableSubscription,
  getSubscription,
  removeSubscription,
  setSubscriptionName,
} from '../operations/index.js';

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
      const { is_active: active } = await read(getSubscription, {
        subscription_id: Number(subscriptionId),
        get_resources: false,
      });
      return active === isActive ? applied(subscriptionId) : null;
    },
  });

  const setAllActive = (operation: AnyOperation): WriteMethod<{ subscriptionIds: readonly string[] }> => ({
    run: ({ subscriptionIds }, session) =>
      rejectedWhenRefused(async () => {
        await session.send(batchRequest, {
          request_id: session.requestId,
          calls: subscriptionIds.map((id) => ({ operation, params: { subscription_id: Number(id) } })),
        });
        return {
          state: 'APPLIED',
          facts: {
            nodes: { task: toGlobalId(backend, 'Task', session.requestId) },
            nodeLists: { subscriptions: subscriptionIds.map(idOf) },
          },
        };
      }),
  });

  return {
    renameSubscription: {
      run: ({ subscriptionId, name, description }, session) =>
        rejectedWhenRefused(async () => {
          await session.send(setSubscriptionName, {
            subscription_id: Number(subscriptionId),
            name,
            descr: description ?? undefined,
          });
          return applied(subscriptionId);
        }),
    },
    suspendSubscription: setActive(disableSubscription, false),
    resumeSubscription: setActive(enableSubscription, true),
    deleteSubscription: {
      run: ({ subscriptionId }, session) =>
        rejectedWhenRefused(async () => {
          await session.send(removeSubscription, { subscription_id: Number(subscriptionId) });
          return { state: 'APPLIED', facts: { values: { deletedId: idOf(subscriptionId) } } };
        }),
    },
    suspendSubscriptions: setAllActive(disableSubscription),
    resumeSubscriptions: setAllActive(enableSubscription),
  };
}
