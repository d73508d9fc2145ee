/** RFC 8941, 3.3.3: what may stand in a quoted string. */
const QUOTED = /^"((?:[\u0020\u0021\u0023-\u005b\u005d-\u007e]|\\["\\])*)"$/;

/**
 * Reads the header `Idempotency-Key`: a string of structured fields, quoted, or the bare key as many clients send it.
 *
 * @returns `null` when a quoted one ends nowhere
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/, section 2.1
 */
export function readKeyHeader(header: string): string | null {
  if (!header.startsWith('"')) return header;
  const [, inside] = QUOTED.exec(header) ?? [];
  return inside === undefined ? null : inside.replaceAll(/\\(["\\])/g, '$1');
}

/** Whether a text can be the key of a change, and so stand in a header: one that was refused can be anything. */
export const isNameable = (key: unknown): key is string =>
  typeof key === 'string' && /^[\u0021-\u007e]{1,128}$/.test(key);

export const writeKeyHeader = (key: string): string => `"${key.replaceAll(/["\\]/g, '\\$&')}"`;
