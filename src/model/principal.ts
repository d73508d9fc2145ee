/** What a caller may do; the configuration gives them to API keys, and says which ones tokens may carry. */
export const ROLES = [
  'provider',
  'native',
  'raw',
  'money',
  'destructive',
  'credentials',
  'introspection',
  'trace',
  'metrics',
] as const;
export type Role = (typeof ROLES)[number];

/** A login of one panel that stands in for the configured one. */
export interface PanelCredentials {
  /** Names the login in cache keys and records; never the secret itself. */
  readonly id: string;
}

/** Who is asking. Made once a request; loaders, records and cache keys take it from the context. */
export interface Principal {
  /** Configured, never derived from a key. */
  readonly id: string;
  readonly roles: ReadonlySet<Role>;
  /** Names of the backends it may use; `null`: all. */
  readonly backends: ReadonlySet<string> | null;
  /** What it may see, by backend name; `null`: everything. */
  readonly scope: Readonly<Record<string, readonly string[]>> | null;
  /** By backend name; absent: the configured login. */
  readonly credentials: Readonly<Record<string, PanelCredentials>>;
  /** In place of the configured limit. */
  readonly requestsPerMinute?: number;
}

/** Everyone on this machine, while no other machine can reach the gateway. */
export const LOCAL_PRINCIPAL: Principal = {
  id: 'local',
  roles: new Set(ROLES),
  backends: null,
  scope: null,
  credentials: {},
};
