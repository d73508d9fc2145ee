import type { JwtSettings } from '../config/index.js';
import { UnauthenticatedError } from '../errors/index.js';
import type { Principal, Role } from '../model/index.js';

type Claims = Readonly<Record<string, unknown>>;

/** What may be a caller's id: it stands in records and logs. */
const SUBJECT = /^[\x21-\x7e]{1,200}$/;
const EVERYTHING = '*';

/**
 * Makes of a token that was verified the caller that it stands for. A claim that is missing opens nothing; one that
 * cannot be read makes the token invalid.
 *
 * @throws {@link UnauthenticatedError}
 */
export function callerOfToken(claims: Claims, settings: JwtSettings): Principal {
  const { claims: names, idPrefix, roles } = settings;
  const subject = claimOf(claims, names.id);
  if (typeof subject !== 'string' || !SUBJECT.test(subject)) throw unreadable();
  const carried = new Set(words(claimOf(claims, names.roles)));
  return {
    // No API key has a colon in its id.
    id: `${idPrefix}:${subject}`,
    roles: new Set(roles.filter((role: Role) => carried.has(role))),
    backends: backendsOf(claims, settings),
    scope: scopeOf(claims, names.scope),
    credentials: {},
  };
}

function backendsOf(claims: Claims, { claims: names, backends }: JwtSettings): ReadonlySet<string> | null {
  if (names.backends === undefined) return backends === undefined ? null : new Set(backends);
  const carried = words(claimOf(claims, names.backends));
  return new Set(backends === undefined ? carried : carried.filter((name) => backends.includes(name)));
}

/** A map from backends to ids, or `*` for everything; a claim that is not there shows nothing. */
function scopeOf(claims: Claims, name: string | undefined): Principal['scope'] {
  if (name === undefined) return null;
  const value = claimOf(claims, name);
  if (value === EVERYTHING) return null;
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable();
  return Object.fromEntries(Object.entries(value).map(([backend, ids]) => [backend, idsOf(ids)]));
}

function idsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw unreadable();
  return value.map((id: unknown) => {
    if (typeof id === 'string') return id;
    if (Number.isSafeInteger(id)) return String(id);
    throw unreadable();
  });
}

/** A list of words, or words with blanks between them. */
function words(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.split(' ').filter((word) => word !== '');
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  throw unreadable();
}

/** @param name - of a claim, or a path of names that begins with `/` (RFC 6901 without its escapes) */
function claimOf(claims: Claims, name: string): unknown {
  const path = name.startsWith('/') ? name.slice(1).split('/') : [name];
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Claims)[step]
        : undefined,
    claims,
  );
}

const unreadable = () =>
  new UnauthenticatedError('The token has a claim that this gateway cannot read as what it stands for.');
