import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiKeySettings, AuthSettings } from '../config/index.js';
import { UnauthenticatedError } from '../errors/index.js';
import { LOCAL_PRINCIPAL, type Principal } from '../model/index.js';
import { hashApiKey } from './api-key.js';

/**
 * Says who is asking.
 *
 * @throws {@link UnauthenticatedError} when that cannot be said
 */
export type Authenticate = (headers: IncomingHttpHeaders) => Principal;

/** Longer ones are none of ours, and not worth a hash. */
const MAX_KEY_LENGTH = 256;

/**
 * Makes the check that each request to the graph passes.
 *
 * With API keys: `Authorization: Bearer <key>` or, where a proxy needs that header for itself, `X-Api-Key: <key>`.
 * The time it takes does not depend on which key was sent, nor on how much of it is right.
 *
 * @param auth - `null`: whoever asks is `local`; the server must then listen on loopback addresses only
 */
export function createAuthenticator(auth: AuthSettings | null): Authenticate {
  if (auth === null) return () => LOCAL_PRINCIPAL;
  const known = auth.apiKeys.map((settings) => ({
    hash: Buffer.from(settings.sha256, 'hex'),
    principal: toPrincipal(settings),
  }));
  return (headers) => {
    const key = keyOf(headers);
    if (key === undefined) {
      throw new UnauthenticatedError(
        'An API key is needed: Authorization: Bearer <key>, or X-Api-Key: <key>.',
      );
    }
    const hash = hashApiKey(key);
    let principal: Principal | undefined;
    for (const candidate of known) {
      if (timingSafeEqual(candidate.hash, hash)) principal = candidate.principal;
    }
    if (principal === undefined) throw new UnauthenticatedError('The API key is not one of this gateway.');
    return principal;
  };
}

function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +([^\s]+)$/i.exec(headers.authorization ?? '')?.[1];
  const key = bearer ?? headers['x-api-key'];
  return typeof key === 'string' && key !== '' && key.length <= MAX_KEY_LENGTH ? key : undefined;
}

/** Made once and shared by all requests with the key, so nothing of a request may be kept on it. */
const toPrincipal = ({ id, roles, backends, scope }: ApiKeySettings): Principal => ({
  id,
  roles: new Set(roles),
  backends: backends === undefined ? null : new Set(backends),
  scope: scope ?? null,
  credentials: {},
});
