import type { PanelWrites, WriteMethod } from '../../../src/model/index.js';
import { toGlobalId } from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  bindServicesToDomain,
  disableDomain,
  enableDomain,
  getDomainByName,
  getDomainList,
  getDomainSubscription,
  removeDomain,
  setDomainRegistrarStatus,
  unbindServicesFromDomain,
} from '../operations/index.js';
import { domainNode, eitherOf, findDomain, listed } from './domain-reference.js';
import { REGISTRAR_CHECKS } from './new-subscription.js';
import { applied } from './results.js';
import { lookUp } from './sighting.js';

interface Named {
  readonly domainId: string;
}

/** Domains that exist. Methods that want their number get it by their name first. */
export function domainWrites(backend: string): PanelWrites {
  const done = (name: unknown) =>
    applied(domainNode(backend, { name: typeof name === 'string' ? name : null }));

  /** Number and name are those of one domain, so that it does not matter which of them a release looks at. */
  const setLocked = (operation: typeof enableDomain, isLocked: boolean): WriteMethod<Named> => ({
    run: ({ domainId }, session) =>
      rejectedWhenRefused(async () => {
        const { number, name } = await findDomain(session.read, domainId);
        await session.remember({ number, name });
        await session.send(operation, { domain_id: number, domain_name: name ?? undefined });
        return done(name);
      }),
    reconcile: async ({ snapshot }, read) => {
      if (snapshot === null) return null;
      const row = await listed(read, Number(snapshot.number));
      return row?.is_locked === isLocked ? done(snapshot.name) : null;
    },
  });

  /** Told by the list of the subscription, if the domain was not in it before, or was. */
  const setBound = (
    operation: typeof bindServicesToDomain,
    isBound: boolean,
  ): WriteMethod<Named & { readonly subscriptionId: string }> => ({
    run: ({ domainId, subscriptionId }, session) =>
      rejectedWhenRefused(async () => {
        const { number, name } = await findDomain(session.read, domainId);
        if ((await isListed(session.read, number, subscriptionId)) !== isBound) {
          await session.remember({ number, name, subscriptionId });
        }
        await session.send(operation, { domain_id: number, subscription_id: Number(subscriptionId) });
        return done(name);
      }),
    reconcile: async ({ snapshot }, read) => {
      if (snapshot === null) return null;
      const { number, name, subscriptionId } = snapshot;
      return (await isListed(read, Number(number), String(subscriptionId))) === isBound ? done(name) : null;
    },
  });

  return {
    /** The number is sent alone: by its name, what has been created anew meanwhile would be removed. */
    removeDomain: {
      run: ({ domainId }, session) =>
        rejectedWhenRefused(async () => {
          const { number, name } = await findDomain(session.read, domainId);
          const deletedId = toGlobalId(backend, 'Domain', name ?? domainId);
          await session.remember({ number, name, deletedId });
          await session.send(removeDomain, { domain_id: number });
          return applied({ values: { deletedId } });
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const { number, name, deletedId } = snapshot;
        return (await isGone(read, Number(number), name))
          ? applied({ values: { deletedId: String(deletedId) } })
          : null;
      },
    },
    enableDomain: setLocked(enableDomain, false),
    disableDomain: setLocked(disableDomain, true),
    /** What is set and what is read are on different scales, so that what is lost on the way stays unknown. */
    setDomainRegistrarStatus: {
      run: ({ domainId, registrarStatus }, session) =>
        rejectedWhenRefused(async () => {
          await session.send(setDomainRegistrarStatus, {
            ...eitherOf(domainId),
            registrar_status: REGISTRAR_CHECKS[registrarStatus],
          });
          return done(/^\d+$/.test(domainId) ? null : domainId);
        }),
    },
    bindDomainServices: setBound(bindServicesToDomain, true),
    unbindDomainServices: setBound(unbindServicesFromDomain, false),
  };
}

async function isListed(read: Call, number: number, subscriptionId: string): Promise<boolean> {
  const rows = await read(getDomainList, { subscription_id: Number(subscriptionId) });
  return rows.some((row) => row.domain_id === number);
}

/** By the name, which may belong to a new domain by now; where only the number is known, by that. */
async function isGone(read: Call, number: number, name: unknown): Promise<boolean> {
  if (typeof name !== 'string') {
    return (await lookUp(read, getDomainSubscription, { domain_id: number })).is === 'absent';
  }
  const now = await lookUp(read, getDomainByName, { domain_name: name });
  return now.is === 'absent' || (now.is === 'there' && now.answer.domain_id !== number);
}
