import type { ApiKeySettings } from '../config/index.js';
import type { Principal } from '../model/index.js';
import { hashApiKey } from './api-key.js';

/** Longer ones are none of ours, and not worth a hash. */
export const MAX_KEY_LENGTH = 256;

/** Whose API key it is; `undefined` for one that is unknown, or past its time. */
export type FindKeyCaller = (key: string) => Principal | undefined;

/**
 * Makes the look-up of callers by their keys. They are found by the SHA-256 of what was sent: what a comparison gives
 * away by the time that it takes is something about that hash, from which nobody gets nearer to a key.
 *
 * @param now - milliseconds since 1970
 */
export function createKeyCallers(apiKeys: readonly ApiKeySettings[], now: () => number): FindKeyCaller {
  const known = new Map(
    apiKeys.map((settings) => [
      settings.sha256,
      {
        principal: toPrincipal(settings),
        notAfter: settings.notAfter === undefined ? Number.POSITIVE_INFINITY : Date.parse(settings.notAfter),
      },
    ]),
  );
  return (key) => {
    if (key.length > MAX_KEY_LENGTH) return undefined;
    const found = known.get(hashApiKey(key));
    return found === undefined || now() >= found.notAfter ? undefined : found.principal;
  };
}

/** Made once and shared by all requests with the key, so nothing of a request may be kept on it. */
const toPrincipal = ({ id, roles, backends, scope, requestsPerMinute }: ApiKeySettings): Principal => ({
  id,
  roles: new Set(roles),
  backends: backends === undefined ? null : new Set(backends),
  scope: scope ?? null,
  credentials: {},
  ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
});
