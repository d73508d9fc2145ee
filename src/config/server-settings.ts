import { z } from 'zod';
import { queryLimits } from './query-limits.js';
import { milliseconds } from './setting.js';

const KIB = 1024;
const MIB = 1024 * KIB;

/** A name, an IPv4 address or a bracketed IPv6 address, with or without a port. */
const HOST_ENTRY = /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)(:\d{1,5})?$/;

/** The HTTP side. `docs/configuration.md` explains each. */
export const serverSettings = z.strictObject({
  /** Address to listen on. Beyond loopback `auth` is required. */
  host: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an address, without brackets and without a port')
    .default('127.0.0.1'),
  /** 0 takes a free one; the listening line tells which. */
  port: z.int().min(0).max(65_535).default(4000),
  /** What `Host` may say besides loopback names and the address that a request came in on. Without a port: any. */
  allowedHosts: z
    .array(z.string().toLowerCase().regex(HOST_ENTRY, 'must be a host name, with or without a port'))
    .default([]),
  /** Origins whose pages may read answers. None by default; there is no `*`, which would open the panels to any page. */
  corsOrigins: z
    .array(z.string().refine(isOrigin, 'must be an origin: scheme, host and port if any, nothing after them'))
    .default([]),
  /** Largest body of a request. */
  maxRequestBytes: z
    .int()
    .min(KIB)
    .max(64 * MIB)
    .default(MIB),
  /** How much one GraphQL document may ask. */
  limits: queryLimits.prefault({}),
  /** Serves GraphiQL. Default: unless NODE_ENV is `production`. */
  graphiql: z.boolean().optional(),
  /**
   * Serves the OpenAPI document, to callers, and a page that shows it; `public` serves the document to everybody.
   * Default: unless NODE_ENV is `production`.
   */
  docs: z.union([z.boolean(), z.literal('public')]).optional(),
  /** Lets clients read the schema. Default: unless NODE_ENV is `production`. */
  introspection: z.boolean().optional(),
  /** How long one request may take, apart from the writes in it. */
  requestTimeoutMs: milliseconds(100, 60 * 60_000).default(60_000),
  /** Requests under way at once; more are refused at once. */
  maxInFlight: z.int().min(1).max(1_000_000).default(2_000),
  /** New requests are refused while the process is this late to begin what is due. */
  maxEventLoopDelayMs: milliseconds(50, 60_000).default(1_000),
  /** Proxies whose `X-Forwarded-For` is believed: addresses, or networks as 10.0.0.0/8. */
  trustedProxies: z
    .array(z.string().regex(/^[0-9A-Fa-f.:]+(\/\d{1,3})?$/, 'must be an address or a network'))
    .default([]),
  /** Tells browsers for so long to come by https only; 0: does not. For a gateway behind a proxy that speaks TLS. */
  hstsSeconds: z.int().min(0).max(63_072_000).default(0),
  /** How long requests under way may take to end after SIGTERM. */
  shutdownMs: milliseconds(0, 10 * 60_000).default(10_000),
});

/** With the defaults that depend on the environment put in. */
export interface ServerSettings
  extends Omit<z.output<typeof serverSettings>, 'graphiql' | 'docs' | 'introspection'> {
  readonly graphiql: boolean;
  readonly docs: boolean | 'public';
  readonly introspection: boolean;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}
