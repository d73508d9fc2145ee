import type { ApiKeySettings, AuthSettings } from './auth-settings.js';
import type { Problem } from './config-error.js';
import { isLoopback } from './loopback.js';

/** The sections that are sound in themselves; the others have problems of their own already. */
export interface SoundSections {
  readonly host: string | undefined;
  /** `null`: there is none. */
  readonly auth: AuthSettings | null | undefined;
  /** `undefined`: not known before the sandbox has started. */
  readonly backendNames: readonly string[] | undefined;
  readonly hasRedis: boolean;
  /** Whether there is a `cache.redis`. */
  readonly hasCacheRedis: boolean;
  /** Whether there is an `idempotency.secret`. */
  readonly hasSecret: boolean;
  /** Whether there is an `audit.redisStream`. */
  readonly hasAuditStream: boolean;
}

/** What settings say together that neither says alone. */
export function crossCheck({
  host,
  auth,
  backendNames,
  hasRedis,
  hasCacheRedis,
  hasSecret,
  hasAuditStream,
}: SoundSections): Problem[] {
  return [
    ...((hasRedis || hasCacheRedis) && !hasSecret ? [MISSING_SECRET] : []),
    ...(hasAuditStream && !hasRedis ? [MISSING_REDIS] : []),
    ...(host === undefined || auth === undefined ? [] : checkReach(host, auth)),
    ...namedBackends(auth ?? null)
      .filter(({ name }) => backendNames !== undefined && !backendNames.includes(name))
      .map(({ path }) => ({ path, message: 'names no backend of this configuration' })),
    ...checkKeys(auth?.apiKeys ?? []),
  ];
}

/** Where `auth` names backends. */
function namedBackends(auth: AuthSettings | null): Array<{ name: string; path: string }> {
  const ofKeys = (auth?.apiKeys ?? []).flatMap(({ backends = [], scope = {} }, index) => [
    ...backends.map((name, item) => ({ name, path: `auth.apiKeys[${index}].backends[${item}]` })),
    ...Object.keys(scope).map((name) => ({ name, path: `auth.apiKeys[${index}].scope.${name}` })),
  ]);
  const ofTokens = (auth?.jwt?.backends ?? []).map((name, item) => ({
    name,
    path: `auth.jwt.backends[${item}]`,
  }));
  return [...ofKeys, ...ofTokens];
}

const MISSING_REDIS: Problem = { path: 'audit.redisStream', message: 'takes a section redis' };

const MISSING_SECRET: Problem = {
  path: 'idempotency.secret',
  message: 'is required beside redis and cache.redis: all processes that share a server need the same one',
};

function checkReach(host: string, auth: AuthSettings | null): Problem[] {
  return auth !== null || isLoopback(host)
    ? []
    : [
        {
          path: 'server.host',
          message:
            'is not a loopback address, so other machines could ask: that takes a section auth with API keys',
        },
      ];
}

/** A caller may have several keys, which all open the same. */
function checkKeys(keys: readonly ApiKeySettings[]): Problem[] {
  const rights = new Map<string, string>();
  const hashes = new Set<string>();
  return keys.flatMap((key, index) => {
    const path = `auth.apiKeys[${index}]`;
    const own = rightsOf(key);
    const others = rights.get(key.id) ?? own;
    rights.set(key.id, others);
    const again = hashes.has(key.sha256);
    hashes.add(key.sha256);
    return [
      ...(own === others ? [] : [{ path: `${path}.id`, message: OTHER_RIGHTS }]),
      ...(again ? [{ path: `${path}.sha256`, message: 'is the same as of an entry above' }] : []),
    ];
  });
}

const OTHER_RIGHTS =
  'is the same as of an entry above, whose roles, backends, scope or requestsPerMinute differ; keys of one caller open the same';

/** Equal texts for equal rights, in whatever order they are written. */
function rightsOf({ roles, backends, scope, requestsPerMinute }: ApiKeySettings): string {
  const scopes = Object.entries(scope ?? {}).map(([name, ids]) => [name, [...ids].sort()] as const);
  return JSON.stringify([
    [...roles].sort(),
    backends === undefined ? null : [...backends].sort(),
    scope === undefined ? null : scopes.sort(([a], [b]) => (a < b ? -1 : 1)),
    requestsPerMinute ?? null,
  ]);
}
