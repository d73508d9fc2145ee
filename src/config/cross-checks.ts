import type { AuthSettings } from './auth-settings.js';
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
  /** Whether there is an `idempotency.secret`. */
  readonly hasSecret: boolean;
}

/** What settings say together that neither says alone. */
export function crossCheck({ host, auth, backendNames, hasRedis, hasSecret }: SoundSections): Problem[] {
  return [
    ...(hasRedis && !hasSecret ? [MISSING_SECRET] : []),
    ...(host === undefined || auth === undefined ? [] : checkReach(host, auth)),
    ...(auth?.apiKeys ?? []).flatMap(({ backends = [], scope = {} }, index) =>
      [
        ...backends.map((name, item) => ({ name, path: `auth.apiKeys[${index}].backends[${item}]` })),
        ...Object.keys(scope).map((name) => ({ name, path: `auth.apiKeys[${index}].scope.${name}` })),
      ]
        .filter(({ name }) => backendNames !== undefined && !backendNames.includes(name))
        .map(({ path }) => ({ path, message: 'names no backend of this configuration' })),
    ),
    ...repeated(auth ?? null, 'id'),
    ...repeated(auth ?? null, 'sha256'),
  ];
}

const MISSING_SECRET: Problem = {
  path: 'idempotency.secret',
  message: 'is required beside redis: all processes that share records need the same one',
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

function repeated(auth: AuthSettings | null, key: 'id' | 'sha256'): Problem[] {
  const seen = new Set<string>();
  return (auth?.apiKeys ?? []).flatMap((entry, index) => {
    const again = seen.has(entry[key]);
    seen.add(entry[key]);
    return again
      ? [{ path: `auth.apiKeys[${index}].${key}`, message: 'is the same as of an entry above' }]
      : [];
  });
}
