import { createHash, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
/** Lets scanners for leaked secrets, and people, see what it is. */
const PREFIX = 'hg_';

/** A new key of 256 random bits, and its SHA-256, which is all that the configuration holds of it. */
export function createApiKey(): { key: string; sha256: string } {
  const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
  return { key, sha256: hashApiKey(key).toString('hex') };
}

/** A fast hash is enough: unlike a password, a random key of this length cannot be guessed. */
export const hashApiKey = (key: string): Buffer => createHash('sha256').update(key).digest();
