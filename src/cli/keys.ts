import type { ApiKeySettings, Config } from '../config/index.js';
import { toTable } from './table.js';

/**
 * Lists who may ask, a line a key.
 *
 * @param now - milliseconds since 1970
 * @returns what to print; of keys neither themselves nor their hashes
 */
export function describeKeys({ auth }: Config, now: number = Date.now()): string {
  if (auth === null)
    return 'There is no section auth: whoever is on this machine may ask, as local, with all roles.\n';
  const { apiKeys, jwt } = auth;
  const rows = apiKeys.map((key) => [key.id, ...rightsOf(key), validity(key, now)]);
  const keys = rows.length === 0 ? '' : toTable([['id', 'roles', 'backends', 'scope', 'valid'], ...rows]);
  if (jwt === undefined) return keys;
  return `${keys}Tokens of ${jwt.issuer} for ${jwt.audience}, as ${jwt.idPrefix}:…, with these roles at most: ${listed(jwt.roles)}\n`;
}

const rightsOf = ({ roles, backends, scope }: ApiKeySettings): string[] => [
  listed(roles),
  backends === undefined ? 'all' : listed(backends),
  scope === undefined
    ? 'everything'
    : listed(Object.entries(scope).map(([backend, ids]) => `${backend}: ${listed(ids)}`)),
];

const listed = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '));

function validity({ notAfter }: ApiKeySettings, now: number): string {
  if (notAfter === undefined) return 'always';
  return Date.parse(notAfter) > now ? `until ${notAfter}` : `not since ${notAfter}`;
}
