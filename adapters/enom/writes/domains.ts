import { type Facts, type PanelWrites, toGlobalId } from '../../../src/model/index.js';
import { toDomainParams } from '../domain-name.js';
import { getCatchAll, getRenew, setCatchAll, setRenew } from '../operations/seen.js';
import { forwardTargetErrors } from './input-rules.js';
import { seenWrite } from './seen-write.js';

/** Writes to a domain as a whole. */
export function domainWrites(backend: string): PanelWrites {
  const facts = (name: string): Facts => ({ nodes: { domain: toGlobalId(backend, 'Domain', name) } });
  return {
    setDomainAutoRenew: seenWrite(backend, {
      operation: setRenew,
      target: (input: { domainId: string; autoRenew: boolean }) => input.domainId,
      aspect: 'renewal',
      look: (name, read) => read(getRenew, toDomainParams(name)),
      seen: (reply) => reply['auto-renew'],
      wanted: ({ autoRenew }) => autoRenew,
      params: ({ domainId, autoRenew }) => ({ ...toDomainParams(domainId), RenewFlag: autoRenew }),
      proves: ({ RenewName: told }, { autoRenew }) => told === null || told === autoRenew,
      absenceProves: true,
      facts,
    }),
    setDomainCatchAll: seenWrite(backend, {
      check: ({ forwardTo }) => [...forwardTargetErrors(forwardTo, 'forwardTo')],
      operation: setCatchAll,
      target: (input: { domainId: string; forwardTo?: string | null }) => input.domainId,
      aspect: 'catch-all',
      look: (name, read) => read(getCatchAll, toDomainParams(name)),
      seen: ({ ForwardTo }) => ForwardTo?.toLowerCase() ?? null,
      wanted: ({ forwardTo }) => forwardTo?.toLowerCase() ?? null,
      params: ({ domainId, forwardTo }) => ({ ...toDomainParams(domainId), ForwardTo: forwardTo ?? '' }),
      // No document says how it is cleared, so an answer that still has an address is not believed.
      proves: ({ ForwardTo: told }, { forwardTo }) => told === null || (forwardTo ?? null) !== null,
      absenceProves: true,
      facts,
    }),
  };
}
