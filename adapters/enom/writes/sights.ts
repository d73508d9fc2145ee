import type { Call } from '../../../src/operation/operation.js';
import { toDomainParams } from '../domain-name.js';
import type { MailboxRow, PakRow } from '../mapping/index.js';
import { bundlePartsOf, partsOf } from '../native-id.js';
import { getPop3 } from '../operations/seen.js';
import { findRow } from '../rows.js';

/** @param nativeId - of a bundle @returns `null` where its domain has no such bundle */
export async function lookAtPak(nativeId: string, read: Call): Promise<PakRow | null> {
  const { domainName, pakId } = bundlePartsOf(nativeId);
  const { Paks: paks } = await read(getPop3, toDomainParams(domainName));
  return findRow(paks, ({ BundleId }) => BundleId === pakId);
}

/** The service does not tell cases of local parts apart. @returns `null` where there is no such mailbox */
export async function lookAtUser(address: string, read: Call): Promise<MailboxRow | null> {
  const { localPart, domainName } = partsOf(address);
  const { pop: users } = await read(getPop3, toDomainParams(domainName));
  return findRow(users, ({ username }) => username.toLowerCase() === localPart.toLowerCase());
}
