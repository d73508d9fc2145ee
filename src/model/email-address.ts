import { canonicalDomainName } from './domain-name.js';

const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const MAX_LOCAL_PART = 64;

/**
 * The one spelling of a mail address that answers use: the local part as it is, since servers may tell cases apart,
 * the domain as `canonicalDomainName` writes it.
 *
 * @returns `null` for what is no plain address
 * @see RFC 5321 section 4.5.3.1, RFC 5322 section 3.4.1 (dot-atom; quoted local parts exist on no panel)
 */
export function canonicalEmailAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const localPart = address.slice(0, at);
  const domain = at < 1 ? null : canonicalDomainName(address.slice(at + 1));
  if (domain === null || localPart.length > MAX_LOCAL_PART || !DOT_ATOM.test(localPart)) return null;
  return `${localPart}@${domain}`;
}
