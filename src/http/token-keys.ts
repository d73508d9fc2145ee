import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type FetchImplementation,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { ConfigError, type JwtSettings } from '../config/index.js';

const TIMEOUT_MS = 5_000;
/** A token with an unknown key id makes us look for new keys this often at most. */
const COOLDOWN_MS = 30_000;
const CACHE_MS = 10 * 60_000;
/** After a failure, for so long nobody is asked again. */
const FAILURE_COOLDOWN_MS = 5_000;
/** For so long the last keys stand in for those of an issuer that does not answer. */
const STALE_MS = 60 * 60_000;
const MAX_BYTES = 1024 * 1024;

/**
 * The keys that tokens are checked with: of a file, or published by the issuer. Those are fetched when a token needs
 * them first, again every ten minutes or when a token names a key that is not among them, and never more often.
 *
 * @throws {@link ConfigError} when the file holds no public key
 */
export function createTokenKeys(
  { jwksUrl, keyFile }: Pick<JwtSettings, 'jwksUrl' | 'keyFile'>,
  now: () => number = Date.now,
): JWTVerifyGetKey {
  if (jwksUrl === undefined) return readKeys(keyFile ?? '');
  return createRemoteJWKSet(new URL(jwksUrl), {
    timeoutDuration: TIMEOUT_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: CACHE_MS,
    [customFetch]: fetchKeys(now),
  });
}

function readKeys(file: string): JWTVerifyGetKey {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('PRIVATE KEY')) throw new Error('A private key does not belong here.');
    // The cast holds as far as it is used: what is no set of keys is refused by jose itself.
    if (text.trimStart().startsWith('{')) return createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
    const key = createPublicKey(text);
    return async () => key;
  } catch {
    const message = 'must hold a public key, PEM, or a set of public keys, JSON';
    throw new ConfigError([{ path: 'auth.jwt.keyFile', message }]);
  }
}

/** Fetches, of bounded size; a failure is remembered for a moment, and the last answer for an hour. */
function fetchKeys(now: () => number): FetchImplementation {
  let last: { readonly text: string; readonly at: number } | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  return async (url, options) => {
    try {
      if (now() - failedAt < FAILURE_COOLDOWN_MS) throw new Error('The issuer did not answer just now.');
      last = { text: await fetchText(url, options), at: now() };
    } catch (error) {
      if (now() - failedAt >= FAILURE_COOLDOWN_MS) failedAt = now();
      if (last !== undefined && now() - last.at <= STALE_MS) return asResponse(last.text);
      // Not as fetch throws it: a TypeError would look like a fault of the token.
      throw new Error('The keys of the issuer cannot be had.', { cause: error });
    }
    return asResponse(last.text);
  };
}

const asResponse = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/json' } });

async function fetchText(url: string, options: RequestInit): Promise<string> {
  // Redirects are not followed: the keys come from where the configuration says.
  const response = await fetch(url, { ...options, redirect: 'error' });
  if (response.status !== 200 || response.body === null) throw new Error('The issuer answered without keys.');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error('The issuer answered with more than keys.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
