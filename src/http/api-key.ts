import { hash, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
/** Lets scanners for leaked secrets, and people, see what it is. */
const PREFIX = 'hg_';

/** A new key of 256 random bits, and its SHA-256, which is all that the configuration holds of it. */
export function createApiKey(): { key: string; sha256: string } {
  const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
  return { key, sha256: hashApiKey(key) };
}

/**
 * A fast hash is enough: unlike a password, a random key of this length cannot be guessed.
 *
 * @returns 64 hexadecimal digits, in lower case
 */
export const hashApiKey = (key: string): string => hash('sha256', key, 'hex');
