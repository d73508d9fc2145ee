import { BadUserInputError } from '../../src/errors/index.js';
import { canonicalDomainName, canonicalEmailAddress, type NodeType } from '../../src/model/index.js';

/** What a native id of each type is, and the one spelling of it; `null` for what cannot be one. */
const RULES: Partial<Record<NodeType, readonly [what: string, canonical: (id: string) => string | null]>> = {
  Domain: ['a domain name', canonicalDomainName],
  EmailBundle: ['a domain name, "~" and the number of a bundle', canonicalBundleId],
  Mailbox: ['a mail address', canonicalEmailAddress],
};

function canonicalBundleId(id: string): string | null {
  const [, domain = '', pakId = ''] = /^([^~]*)~0*([1-9]\d{0,14})$/.exec(id) ?? [];
  const name = canonicalDomainName(domain);
  return name === null ? null : `${name}~${pakId}`;
}

/** See `Backend.canonicalId`. */
export function toCanonicalId(type: NodeType, nativeId: string, field: readonly string[]): string | null {
  const rule = RULES[type];
  if (rule === undefined) return null;
  const [what, canonical] = rule;
  const id = canonical(nativeId);
  if (id === null) throw new BadUserInputError(`${field.join('.')} must end in ${what}`, field);
  return id;
}

/** @param address - native id of a mailbox */
export function partsOf(address: string): { readonly localPart: string; readonly domainName: string } {
  const at = address.lastIndexOf('@');
  return { localPart: address.slice(0, at), domainName: address.slice(at + 1) };
}

/** @param nativeId - of a bundle */
export function bundlePartsOf(nativeId: string): { readonly domainName: string; readonly pakId: bigint } {
  const at = nativeId.indexOf('~');
  return { domainName: nativeId.slice(0, at), pakId: BigInt(nativeId.slice(at + 1)) };
}
