import { type PanelWrites, toGlobalId } from '../../../src/model/index.js';
import { invalid, rejectedWhenRefused, toUserError } from '../../../src/writes/refusal.js';
import { getSubscription, setResourceTypeLimits, upgradeSubscription } from '../operations/index.js';
import { isGiven } from './checks.js';
import { limitErrors, wireLimits } from './limits.js';
import { applied, rejected } from './results.js';
import { lookUp } from './sighting.js';

const MAX_LIMITS = 100;

/** Another plan, other limits. */
export function subscriptionPlanWrites(backend: string): PanelWrites {
  const nodes = (subscriptionId: string) => ({
    subscription: toGlobalId(backend, 'Subscription', subscriptionId),
  });

  return {
    changeSubscriptionPlan: {
      check: ({ limits }) => [...limitErrors(limits)],
      run: ({ subscriptionId, planId, limits }, session) =>
        rejectedWhenRefused(async () => {
          const id = Number(subscriptionId);
          const before = await lookUp(session.read, getSubscription, {
            subscription_id: id,
            get_resources: false,
          });
          if (before.is === 'absent') return rejected(toUserError(before.because));
          if (before.is === 'there') {
            const { st_id: stId, st_version: stVersion } = before.answer;
            await session.remember({ subscriptionId, planId, was: `${stId}/${stVersion}` });
          }
          const reply = await session.send(upgradeSubscription, {
            subscription_id: id,
            service_template_id: Number(planId),
            custom_resource_limits: isGiven(limits) ? wireLimits(limits) : undefined,
          });
          return applied({
            nodes: nodes(subscriptionId),
            values: {
              addedResourceTypeIds: reply.rt_added ?? [],
              removedResourceTypeIds: reply.rt_removed ?? [],
              mappedResourceTypes: (reply.rt_mapped ?? []).map(({ src_rt_id: from, dst_rt_id: to }) => ({
                fromResourceTypeId: from,
                toResourceTypeId: to,
              })),
            },
          });
        }),
      // Told by the template, or by its version, if that is another one than before.
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const subscriptionId = String(snapshot.subscriptionId);
        const { st_id: stId, st_version: stVersion } = await read(getSubscription, {
          subscription_id: Number(subscriptionId),
          get_resources: false,
        });
        const isIt = String(stId) === snapshot.planId && `${stId}/${stVersion}` !== snapshot.was;
        return isIt ? applied({ nodes: nodes(subscriptionId) }) : null;
      },
    },

    setResourceLimits: {
      check: ({ limits }) => [
        ...(limits.length === 0 || limits.length > MAX_LIMITS
          ? [invalid(`limits takes 1 to ${MAX_LIMITS} entries`, 'limits')]
          : []),
        ...limitErrors(limits),
      ],
      run: ({ subscriptionId, limits, autoProvision, parameters }, session) =>
        rejectedWhenRefused(async () => {
          const wire = wireLimits(limits);
          await session.remember({
            subscriptionId,
            limits: Object.fromEntries(
              wire.map(({ resource_type_id: type, limit }) => [String(type), String(limit)]),
            ),
          });
          await session.send(setResourceTypeLimits, {
            subscription_id: Number(subscriptionId),
            autoprovide: autoProvision ?? undefined,
            resource_limits: wire,
            parameters: isGiven(parameters)
              ? parameters.map(({ name, value }) => ({ var_name: name, var_value: value }))
              : undefined,
          });
          return applied({ nodes: nodes(subscriptionId) });
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const subscriptionId = String(snapshot.subscriptionId);
        const { resource_types: types } = await read(getSubscription, {
          subscription_id: Number(subscriptionId),
          get_resources: true,
        });
        const limitOf = new Map(types?.map((type) => [String(type.resource_type_id), String(type.limit)]));
        const areSet = Object.entries(snapshot.limits as Readonly<Record<string, string>>).every(
          // A type whose limit falls to 0 may be gone.
          ([type, limit]) => (limitOf.get(type) ?? '0') === limit,
        );
        return areSet ? applied({ nodes: nodes(subscriptionId) }) : null;
      },
    },
  };
}
