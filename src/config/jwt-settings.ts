import { z } from 'zod';
import { BACKEND_NAME, ROLES } from '../model/index.js';
import { readableFile } from './setting.js';

/** Signed with a private key that only the issuer has: whoever can check a token cannot make one. */
export const TOKEN_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

const claim = () => z.string().min(1).max(200);

/** Callers whom somebody else vouches for: tokens of an OpenID provider, say. `docs/configuration.md` explains each. */
export const jwtSettings = z
  .strictObject({
    issuer: z.string().min(1),
    audience: z.string().min(1),
    /** Where the issuer publishes its keys. */
    jwksUrl: z
      .string()
      .refine(isSafeUrl, 'must be an https: URL without a login, or http: on this machine')
      .optional(),
    /** A public key, PEM, or a set of them, JSON. */
    keyFile: readableFile().optional(),
    algorithms: z.array(z.enum(TOKEN_ALGORITHMS)).min(1).default(['RS256', 'PS256', 'ES256', 'EdDSA']),
    clockSkewSeconds: z.int().min(0).max(300).default(30),
    /** What a token must have besides `iss`, `aud`, `exp` and the claims below. */
    requiredClaims: z.array(claim()).default([]),
    /** Names of claims at the top of a token, or paths into it that begin with `/`. */
    claims: z
      .strictObject({
        id: claim().default('sub'),
        roles: claim().default('roles'),
        backends: claim().optional(),
        scope: claim().optional(),
      })
      .prefault({}),
    /** Stands before the id of a token's caller, so that it is nobody else's. */
    idPrefix: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be 1 to 32 lower-case letters, digits and -, a letter first')
      .default('jwt'),
    /** Roles that tokens may carry; others in them mean nothing here. */
    roles: z.array(z.enum(ROLES)).default([]),
    /** Backends that callers with tokens may use at most; all when left out. */
    backends: z.array(z.string().regex(BACKEND_NAME, 'must be the name of a backend')).optional(),
    /** Says that whoever has a token may see everything. */
    unscoped: z.boolean().default(false),
  })
  .superRefine(({ jwksUrl, keyFile, claims, unscoped }, { addIssue }) => {
    if ((jwksUrl === undefined) === (keyFile === undefined)) {
      addIssue({
        code: 'custom',
        path: ['jwksUrl'],
        message: 'is required, or keyFile in its place, and not both',
      });
    }
    if ((claims.scope === undefined) !== unscoped) {
      addIssue({
        code: 'custom',
        path: ['claims', 'scope'],
        message: 'is required, or auth.jwt.unscoped: true, with which tokens open everything; and not both',
      });
    }
  });

export type JwtSettings = z.output<typeof jwtSettings>;

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  const isHere = protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || isHere) && `${username}${password}${hash}` === '';
}
