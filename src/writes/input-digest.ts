import { createHmac } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.js';

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
