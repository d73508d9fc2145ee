import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA-256 of an input, hexadecimal: equal for equal inputs, whatever the order of their members, and worthless to
 * whoever reads it without the secret, though inputs hold passwords that could be guessed.
 *
 * @param secret - at least 32 bytes, the same in all processes that share records
 */
export const inputDigest = (secret: Uint8Array, mutation: string, input: unknown): string =>
  createHmac('sha256', secret)
    .update(`${mutation}\n${canonicalJson(input)}`)
    .digest('hex');

/** JSON with sorted members; a member that is undefined is as good as absent. */
function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  // A date has no members of its own, and so has whatever else says itself how it is written.
  if ('toJSON' in value) return `json:${JSON.stringify(value)}`;
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join()}}`;
}
