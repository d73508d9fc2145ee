import { createHash } from 'node:crypto';
import { errors, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { JwtSettings } from '../config/index.js';
import { UnauthenticatedError } from '../errors/index.js';
import type { Principal } from '../model/index.js';
import { EdgeError } from './edge-error.js';
import { callerOfToken } from './token-claims.js';

/** Whose token it is. */
export interface TokenCallers {
  /** Without checking a signature: the caller of a token that was verified a moment ago. */
  known(token: string): Principal | undefined;
  /** Whether a token was verified before and has not expired: checking it again is no stranger's doing. */
  wasVerified(token: string): boolean;
  /**
   * @throws {@link UnauthenticatedError} for a token that is not valid here
   * @throws {@link EdgeError} 503 when the keys to check it with cannot be had
   */
  verify(token: string): Promise<Principal>;
}

export const MAX_TOKEN_LENGTH = 8_192;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** What a token looks like, signed and in its compact form. */
export const looksLikeToken = (text: string): boolean => text.length <= MAX_TOKEN_LENGTH && TOKEN.test(text);

const MAX_REMEMBERED = 10_000;
/** A key that its issuer has withdrawn opens nothing after this time and the ten minutes for which keys are kept. */
const REMEMBERED_MS = 60_000;

/** Of a token that was verified. Times in milliseconds since 1970. */
interface Remembered {
  readonly caller: Principal;
  /** Until then it needs no check. */
  readonly until: number;
  readonly expiresAt: number;
}

/** @param now - milliseconds since 1970 */
export function createTokenCallers(
  settings: JwtSettings,
  keys: JWTVerifyGetKey,
  now: () => number = Date.now,
): TokenCallers {
  const remembered = new LRUCache<string, Remembered>({ max: MAX_REMEMBERED });
  const rules: JWTVerifyOptions = {
    issuer: settings.issuer,
    audience: settings.audience,
    algorithms: settings.algorithms,
    clockTolerance: settings.clockSkewSeconds,
    requiredClaims: ['exp', ...settings.requiredClaims],
  };
  return {
    known(token) {
      const found = remembered.get(nameOf(token));
      return found !== undefined && now() < found.until ? found.caller : undefined;
    },
    wasVerified(token) {
      const found = remembered.get(nameOf(token));
      return found !== undefined && now() < found.expiresAt;
    },
    async verify(token) {
      const { payload } = await jwtVerify(token, keys, { ...rules, currentDate: new Date(now()) }).catch(
        (error: unknown) => {
          const refusal = refusalOf(error);
          if (refusal instanceof UnauthenticatedError) remembered.delete(nameOf(token));
          throw refusal;
        },
      );
      const caller = callerOfToken(payload, settings);
      const expiresAt = ((payload.exp ?? 0) + settings.clockSkewSeconds) * 1_000;
      const until = Math.min(now() + REMEMBERED_MS, expiresAt);
      remembered.set(nameOf(token), { caller, until, expiresAt });
      return caller;
    },
  };
}

/** Tokens themselves are not kept. */
const nameOf = (token: string): string => createHash('sha256').update(token).digest('base64');

/** Errors that say something about the token; all others are about the keys. */
const ABOUT_THE_TOKEN = [
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

function refusalOf(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return new UnauthenticatedError('The token has expired.');
  // A key of another kind than the token's algorithm needs.
  const isOfToken = error instanceof TypeError || ABOUT_THE_TOKEN.some((kind) => error instanceof kind);
  if (isOfToken) return new UnauthenticatedError('The token is not valid for this gateway.');
  return new EdgeError(
    503,
    'SERVICE_UNAVAILABLE',
    'The keys that tokens are checked with cannot be had at the moment.',
    { 'retry-after': '5' },
  );
}
