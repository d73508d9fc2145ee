import type { GatewayContext } from '../src/context.js';
import { BadUserInputError } from '../src/errors/index.js';
import { DEFAULT_FIRST, type Listing, MAX_FIRST, type PageRequest } from '../src/model/index.js';
import type { PageArgs } from './page-args.js';

/** A page as a caller asks for it: of the two ways to say where it starts, a cursor holds one. */
export interface CheckedPage extends PageRequest {
  /** Key of the last entry seen; `null`: the cursor was an offset, or there was none. */
  readonly afterKey: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T | Error;
}

export interface Connection<T> {
  readonly edges: ReadonlyArray<Edge<T>>;
  readonly nodes: ReadonlyArray<T | Error>;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number | null;
}

export const toCursor = (kind: 'key' | 'offset', value: string | number): string =>
  Buffer.from(`${kind}:${value}`, 'utf8').toString('base64url');

/** @throws {@link BadUserInputError} when `first` is out of range or `after` is no cursor of ours */
export function checkPage({ first: asked, after }: PageArgs): CheckedPage {
  const first = asked ?? DEFAULT_FIRST;
  if (first < 0 || first > MAX_FIRST)
    throw new BadUserInputError(`first must be 0 to ${MAX_FIRST}`, ['first']);
  if (after === undefined || after === null) return { first, offset: 0, afterKey: null };
  const [, kind, value = ''] =
    /^(key|offset):(.+)$/s.exec(Buffer.from(after, 'base64url').toString('utf8')) ?? [];
  if (kind === 'key') return { first, offset: 0, afterKey: value };
  if (kind === 'offset' && /^\d{1,9}$/.test(value))
    return { first, offset: Number(value) + 1, afterKey: null };
  throw new BadUserInputError('after must be a cursor that this list gave', ['after']);
}

/**
 * Cuts a page out of what a panel answered.
 *
 * @param keyOf - what tells an entry from the others of its list, for cursors of lists that arrive whole
 * @returns `null` when there was no call to answer
 */
export function toConnection<T>(
  listing: Listing<T> | null | undefined,
  page: CheckedPage,
  context: GatewayContext,
  keyOf: (item: T) => string,
): Connection<T> | null {
  if (listing === null || listing === undefined) return null;
  if ('page' in listing) {
    const edges = listing.page.map((node, index) => ({
      cursor: toCursor('offset', listing.offset + index),
      node,
    }));
    const { hasNext } = listing;
    return connection(edges, {
      hasPrevious: listing.offset > 0,
      hasNext,
      total: visibleCount(listing.total, context),
    });
  }
  const { whole } = listing;
  const keys = keysOf(whole, keyOf);
  const start = startOf(whole, page, keyOf);
  const edges = whole
    .slice(start, start + page.first)
    .map((node, index) => ({ cursor: toCursor('key', keys[start + index] ?? ''), node }));
  const hasNext = start + edges.length < whole.length;
  return connection(edges, { hasPrevious: start > 0, hasNext, total: visibleCount(whole.length, context) });
}

const keysOf = <T>(whole: ReadonlyArray<T | Error>, keyOf: (item: T) => string): readonly string[] =>
  whole.map((item, index) => (item instanceof Error ? `#${index}` : keyOf(item)));

/**
 * Where a page starts in a list that arrived whole.
 *
 * @throws {@link BadUserInputError} when its cursor names no entry of the list
 */
export function startOf<T>(
  whole: ReadonlyArray<T | Error>,
  page: CheckedPage,
  keyOf: (item: T) => string,
): number {
  if (page.afterKey === null) return page.offset;
  // The last of equal keys: a panel that lists something twice must not make a caller go round in circles.
  const index = keysOf(whole, keyOf).lastIndexOf(page.afterKey);
  if (index < 0) {
    throw new BadUserInputError('after names an entry that is no longer in this list: start again', [
      'after',
    ]);
  }
  return index + 1;
}

/** A count would tell a caller with a scope how much there is beyond it. */
const visibleCount = (total: number | null, { principal }: GatewayContext): number | null =>
  principal.scope === null ? total : null;

/** Where a page lies in its list, and how long that is; `endCursor` where it is not the last entry's. */
export interface PagePlace {
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly total: number | null;
  readonly endCursor?: string;
}

export function connection<T>(
  edges: ReadonlyArray<Edge<T>>,
  { hasPrevious, hasNext, total, endCursor }: PagePlace,
): Connection<T> {
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: endCursor ?? edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
  };
}
