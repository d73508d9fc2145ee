import { canonicalDomainName, type PanelWrites, toGlobalId } from '../../../src/model/index.js';
import { invalid, rejectedWhenRefused, toUserError } from '../../../src/writes/refusal.js';
import type { PoaSettings } from '../config.js';
import { toDomainRequest } from '../mapping/index.js';
import { addDomainRequest, getNameServers, removeDomainRequest } from '../operations/index.js';
import { applied, rejected } from './results.js';
import { lookUp } from './sighting.js';

const nameErrors = ({ name }: { readonly name: string }) =>
  canonicalDomainName(name) === null ? [invalid('name must be a domain name', 'name')] : [];

/** Names that a subscription asks for. pem.getNameServers tells whether there is such a request. */
export function domainRequestWrites(
  backend: string,
  { zoneCreatedMeans }: Pick<PoaSettings, 'zoneCreatedMeans'>,
): PanelWrites {
  const nodes = (subscriptionId: string) => ({
    subscription: toGlobalId(backend, 'Subscription', subscriptionId),
  });

  return {
    requestDomain: {
      check: nameErrors,
      run: ({ subscriptionId, name }, session) =>
        rejectedWhenRefused(async () => {
          // The check has seen that it is one.
          const wire = canonicalDomainName(name) ?? name;
          await session.remember({ subscriptionId, name: wire });
          const reply = await session.send(addDomainRequest, {
            subscription_id: Number(subscriptionId),
            domain_name: wire,
          });
          const values = toDomainRequest(reply, zoneCreatedMeans);
          return applied({ nodes: nodes(subscriptionId), values });
        }),
      // A second request for the name answers the first one, so that there being one is all that was asked for.
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const subscriptionId = String(snapshot.subscriptionId);
        const found = await lookUp(read, getNameServers, {
          domain_name: String(snapshot.name),
          subscription_id: Number(subscriptionId),
        });
        if (found.is !== 'there') return null;
        const nameServers = found.answer.filter((server) => server !== null);
        return applied({ nodes: nodes(subscriptionId), values: { nameServers } });
      },
    },

    cancelDomainRequest: {
      check: nameErrors,
      run: ({ subscriptionId, name }, session) =>
        rejectedWhenRefused(async () => {
          const request = {
            subscription_id: Number(subscriptionId),
            domain_name: canonicalDomainName(name) ?? name,
          };
          const before = await lookUp(session.read, getNameServers, request);
          if (before.is === 'absent') return rejected(toUserError(before.because));
          if (before.is === 'there') await session.remember({ subscriptionId, name: request.domain_name });
          await session.send(removeDomainRequest, request);
          return applied({ nodes: nodes(subscriptionId) });
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const subscriptionId = String(snapshot.subscriptionId);
        const now = await lookUp(read, getNameServers, {
          domain_name: String(snapshot.name),
          subscription_id: Number(subscriptionId),
        });
        return now.is === 'absent' ? applied({ nodes: nodes(subscriptionId) }) : null;
      },
    },
  };
}
