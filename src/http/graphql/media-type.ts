import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** In which an answer can be sent; the first where a client takes several alike. */
const TYPES = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'];

/** Clients of one kind send one header, so few of them are ever read. */
const MAX_KNOWN = 200;
const MAX_KNOWN_LENGTH = 300;

/** `false`: none. */
const known = new LRUCache<string, string | false>({ max: MAX_KNOWN });

/**
 * The media type of an answer.
 *
 * @param accept - the header of that name
 * @returns `null` where the client takes none that there is
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types
 */
export function mediaTypeFor(accept: string | undefined): string | null {
  if (accept === undefined) return TYPES[0] ?? null;
  let found = known.get(accept);
  if (found === undefined) {
    found = new Negotiator({ headers: { accept } }).mediaType(TYPES) ?? false;
    if (accept.length <= MAX_KNOWN_LENGTH) known.set(accept, found);
  }
  return found === false ? null : found;
}
