import { domainToASCII } from 'node:url';

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const MAX_LENGTH = 253;
/** ASCII that no spelling of a name holds; a reader of URLs would end the name there, or decode what follows. */
const FOREIGN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what it looks for
  /[\u0000-\u002c\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007f]/;

/**
 * The one spelling of a domain name that answers use: A-labels, lower case, no dot at the end.
 *
 * @returns `null` for what is no domain name of at least two labels
 * @see RFC 1035 section 2.3.4 (lengths), RFC 5890 (A-labels); `_` is allowed since service names use it
 */
export function canonicalDomainName(name: string): string | null {
  const spelling = name.trim();
  if (FOREIGN.test(spelling)) return null;
  const ascii = domainToASCII(spelling.replace(/\.$/, '')).toLowerCase();
  const labels = ascii.split('.');
  if (ascii.length > MAX_LENGTH || labels.length < 2) return null;
  return labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '') ? ascii : null;
}
