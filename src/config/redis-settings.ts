import { z } from 'zod';
import { milliseconds, readableFile, secret } from './setting.js';

const SECOND_MS = 1_000;

/** A server that all processes of the gateway share. `docs/configuration.md` explains each. */
export const redisSettings = z.strictObject({
  /** Without a login in it: that would end in logs. */
  url: z
    .string()
    .refine(
      isRedisUrl,
      'must be redis://host:port or rediss://host:port, with /number for a database and without a login',
    ),
  username: z.string().min(1).optional(),
  password: secret().optional(),
  /** What all keys begin with: gateways that share a server and nothing else differ in it. */
  keyPrefix: z
    .string()
    .regex(/^[\w.:-]{1,64}$/, 'must be 1 to 64 letters, digits and . : _ -')
    .default('hostgraph:'),
  connectTimeoutMs: milliseconds(100, 60 * SECOND_MS).default(5 * SECOND_MS),
  /** Writes wait for it, so it is short; a server that takes longer is as good as away. */
  commandTimeoutMs: milliseconds(50, 60 * SECOND_MS).default(2 * SECOND_MS),
  tls: z
    .strictObject({
      /** Authorities that the server's certificate is checked against, PEM, in place of the public ones. */
      caFile: readableFile().optional(),
      /** Takes any certificate. */
      insecure: z.boolean().default(false),
    })
    .prefault({}),
});

export type RedisSettings = z.output<typeof redisSettings>;

function isRedisUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  return (
    /^rediss?:$/.test(protocol) &&
    hostname !== '' &&
    `${username}${password}${search}${hash}` === '' &&
    /^\/?\d{0,5}$/.test(pathname)
  );
}
