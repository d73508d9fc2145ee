import type { IncomingHttpHeaders } from 'node:http';
import type { AuthSettings } from '../config/index.js';
import { UnauthenticatedError } from '../errors/index.js';
import { LOCAL_PRINCIPAL, type Principal } from '../model/index.js';
import { createKeyCallers, MAX_KEY_LENGTH } from './key-callers.js';
import { createTokenCallers, looksLikeToken, MAX_TOKEN_LENGTH } from './token-callers.js';
import { createTokenKeys } from './token-keys.js';

/**
 * Says who is asking: at once where that takes no signature to be checked.
 *
 * @param mayVerify - `false`: refuses tokens that have never been verified, which costs nothing
 * @throws {@link UnauthenticatedError}, also by the promise, when that cannot be said
 */
export type Authenticate = (
  headers: IncomingHttpHeaders,
  mayVerify?: boolean,
) => Principal | Promise<Principal>;

/**
 * Makes the check that each request passes.
 *
 * With API keys: `Authorization: Bearer <key>` or, where a proxy needs that header for itself, `X-Api-Key: <key>`.
 * With tokens: `Authorization: Bearer <token>`.
 *
 * @param auth - `null`: whoever asks is `local`; the server must then listen on loopback addresses only
 * @param now - milliseconds since 1970
 * @throws {@link ConfigError} if the file with the keys of tokens cannot be used
 */
export function createAuthenticator(auth: AuthSettings | null, now: () => number = Date.now): Authenticate {
  if (auth === null) return () => LOCAL_PRINCIPAL;
  const { apiKeys, jwt } = auth;
  const findKeyCaller = createKeyCallers(apiKeys, now);
  const tokens = jwt === undefined ? null : createTokenCallers(jwt, createTokenKeys(jwt, now), now);
  const longest = tokens === null ? MAX_KEY_LENGTH : MAX_TOKEN_LENGTH;
  return (headers, mayVerify = true) => {
    const bearer = /^Bearer +([^\s]+)$/i.exec(headers.authorization ?? '')?.[1];
    const sent = bearer ?? headers['x-api-key'];
    if (typeof sent !== 'string' || sent === '' || sent.length > longest) throw needed(apiKeys.length > 0);
    const keyCaller = findKeyCaller(sent);
    if (keyCaller !== undefined) return keyCaller;
    if (tokens !== null && bearer !== undefined && looksLikeToken(bearer)) {
      const known = tokens.known(bearer);
      if (known !== undefined) return known;
      if (mayVerify || tokens.wasVerified(bearer)) return tokens.verify(bearer);
    }
    throw new UnauthenticatedError(
      apiKeys.length > 0
        ? 'The API key is not one of this gateway.'
        : 'The token is not valid for this gateway.',
    );
  };
}

const needed = (hasKeys: boolean) =>
  new UnauthenticatedError(
    hasKeys
      ? 'An API key is needed: Authorization: Bearer <key>, or X-Api-Key: <key>.'
      : 'A token is needed: Authorization: Bearer <token>.',
  );
