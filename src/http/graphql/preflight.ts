import type { IncomingHttpHeaders } from 'node:http';
import { badRequest } from './bad-request.js';

/** What pages of other sites can send without their browser asking first. */
const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/** Each of them makes a browser ask first. */
const PREFLIGHT_HEADERS = ['x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * Refuses what a page of some other site could have sent in the name of whoever visits it.
 *
 * @throws GraphQLError with status 400
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function checkPreflight(headers: IncomingHttpHeaders): void {
  const type = headers['content-type'];
  if (type === 'application/json') return;
  if (type !== undefined && !SIMPLE_TYPES.has(essenceOf(type))) return;
  if (PREFLIGHT_HEADERS.some((name) => (headers[name] ?? '') !== '')) return;
  throw badRequest(
    'A page of another site could send this request in your name. Say Content-Type: application/json, or send ' +
      `a header that browsers ask about first: ${PREFLIGHT_HEADERS.join(', ')}.`,
  );
}

/** Media type without its parameters. */
export const essenceOf = (type: string): string => type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
