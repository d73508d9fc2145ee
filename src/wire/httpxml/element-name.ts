/**
 * The one spelling of a name that comparisons use: the service writes `BundleID`, `BundleId` and `bundleid`,
 * `domain-list` and, on request, `domainlist`, and clients have met `domain_list`.
 */
export const canonicalName = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');

/**
 * Takes the number off the end of a numbered field.
 *
 * @param name - in canonical spelling
 * @returns `undefined` where there is none: `Domain1` has one, `Domain` has not
 */
export function splitNumber(name: string): { readonly base: string; readonly number: number } | undefined {
  const last = name.charCodeAt(name.length - 1);
  if (last < 0x30 || last > 0x39) return undefined;
  const match = /^(.*[^0-9])([0-9]{1,6})$/.exec(name);
  return match === null ? undefined : { base: match[1] ?? '', number: Number(match[2]) };
}
