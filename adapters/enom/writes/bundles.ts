import { type Facts, type PanelWrites, toGlobalId } from '../../../src/model/index.js';
import { toDomainParams } from '../domain-name.js';
import type { PakRow } from '../mapping/index.js';
import { bundlePartsOf } from '../native-id.js';
import { deletePopPak, setPakRenew } from '../operations/seen.js';
import { refusedFor } from './input-rules.js';
import { seenWrite } from './seen-write.js';
import { lookAtPak } from './sights.js';

/** What names a bundle in commands. */
export function pakParamsOf(emailBundleId: string) {
  const { domainName, pakId } = bundlePartsOf(emailBundleId);
  return { ...toDomainParams(domainName), BundleID: pakId };
}

export const pakMustBeThere = (pak: PakRow | null) =>
  pak === null ? refusedFor('NOT_FOUND', 'The domain has no such bundle.', 'emailBundleId') : null;

/** Writes to an email bundle that cost nothing by themselves. */
export function bundleWrites(backend: string): PanelWrites {
  const idOf = (nativeId: string) => toGlobalId(backend, 'EmailBundle', nativeId);
  return {
    setEmailBundleAutoRenew: seenWrite(backend, {
      operation: setPakRenew,
      target: (input: { emailBundleId: string; autoRenew: boolean }) => input.emailBundleId,
      aspect: 'renewal',
      look: lookAtPak,
      rule: pakMustBeThere,
      seen: (pak) => pak?.AutoRenew ?? null,
      wanted: ({ autoRenew }) => autoRenew,
      params: ({ emailBundleId, autoRenew }) => ({ ...pakParamsOf(emailBundleId), AutoPakRenew: autoRenew }),
      proves: ({ AutoPakRenew: told }, { autoRenew }) => told === null || told === autoRenew,
      absenceProves: true,
      facts: (nativeId): Facts => ({ nodes: { emailBundle: idOf(nativeId) } }),
    }),
    deleteEmailBundle: seenWrite(backend, {
      operation: deletePopPak,
      target: (input: { emailBundleId: string }) => input.emailBundleId,
      aspect: 'existence',
      look: lookAtPak,
      rule: pakMustBeThere,
      seen: (pak) => pak !== null,
      wanted: () => false,
      params: ({ emailBundleId }) => pakParamsOf(emailBundleId),
      absenceProves: true,
      facts: (nativeId): Facts => ({ values: { deletedId: idOf(nativeId) } }),
    }),
  };
}
