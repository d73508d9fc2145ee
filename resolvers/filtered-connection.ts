import type { GatewayContext } from '../src/context.js';
import {
  type Listing,
  MAX_FIRST,
  type NodeRecord,
  type NodeRecords,
  type NodeType,
  type PageRequest,
} from '../src/model/index.js';
import {
  type CheckedPage,
  type Connection,
  connection,
  type Edge,
  startOf,
  toConnection,
  toCursor,
} from './connection.js';

/** Most rows that are read to fill one page. */
export const MOST_ROWS = 1_000;
/** Rows that are judged side by side, at least: each can take calls. */
const JUDGED_AT_ONCE = 16;

export interface FilteredList<T> {
  /** Asks for rows; called again where a page of the panel does not fill one of the caller's. */
  readonly read: (page: PageRequest) => Promise<Listing<T> | null | undefined> | undefined;
  /** What tells an entry from the others of its list. */
  readonly keyOf: (item: T) => string;
  /** Whether the caller may see a row. One that cannot be read belongs to nobody known. */
  readonly shows: (item: T) => Promise<boolean>;
}

/**
 * A page of a list that holds what is others', too: to callers with a scope, rows are read on until `first` of theirs
 * are found, or {@link MOST_ROWS} are read. A page that ends so says that there may be more, and where to go on.
 */
export async function filteredConnection<T>(
  context: GatewayContext,
  page: CheckedPage,
  list: FilteredList<T>,
): Promise<Connection<T> | null> {
  if (context.principal.scope === null) {
    return toConnection(await list.read(page), page, context, list.keyOf);
  }
  const first = await list.read(firstRequest(page));
  if (first === null || first === undefined) return null;
  const start = 'page' in first ? page.offset : await startOfShown(first.whole, page, list);
  const found: Array<Edge<T>> = [];
  let read = 0;
  for (let slice = sliceOf(first, start); ; ) {
    for (let done = 0; done < slice.rows.length; ) {
      const batch = slice.rows.slice(done, done + Math.max(JUDGED_AT_ONCE, page.first + 1 - found.length));
      const shown = await Promise.all(batch.map(async (row) => !(row instanceof Error) && list.shows(row)));
      for (const [index, row] of batch.entries()) {
        if (shown[index] !== true || row instanceof Error) continue;
        if (found.length === page.first) return pageOf(found, start, true);
        found.push({ cursor: slice.cursorOf(row, start + read + index), node: row });
      }
      read += batch.length;
      done += batch.length;
    }
    if (!slice.hasMore || slice.rows.length === 0) return pageOf(found, start, false);
    if (read >= MOST_ROWS) return pageOf(found, start, true, toCursor('offset', start + read - 1));
    const next = await list.read({ first: Math.min(MAX_FIRST, MOST_ROWS - read), offset: start + read });
    if (next === null || next === undefined) return pageOf(found, start, false);
    slice = sliceOf(next, start + read);
  }

  function sliceOf(listing: Listing<T>, offset: number) {
    if ('page' in listing) {
      const cursorOf = (_: T, position: number) => toCursor('offset', position);
      return { rows: listing.page, hasMore: listing.hasNext, cursorOf };
    }
    const rows = listing.whole.slice(offset, offset + MOST_ROWS - read);
    const hasMore = offset + rows.length < listing.whole.length;
    return { rows, hasMore, cursorOf: (row: T) => toCursor('key', list.keyOf(row)) };
  }
}

/** One more than is asked for tells whether there is more. */
const firstRequest = ({ first, offset }: CheckedPage): PageRequest => ({
  first: Math.min(first + 1, MAX_FIRST),
  offset,
});

/** A cursor must not tell whether what it names is in the list, unless the caller may see it. */
async function startOfShown<T>(
  whole: ReadonlyArray<T | Error>,
  page: CheckedPage,
  { keyOf, shows }: FilteredList<T>,
): Promise<number> {
  if (page.afterKey === null) return page.offset;
  const named = whole.filter((row) => !(row instanceof Error) && keyOf(row) === page.afterKey).at(-1);
  const isShown = named !== undefined && !(named instanceof Error) && (await shows(named));
  return startOf(isShown ? whole : [], page, keyOf);
}

/** @param goOn - cursor to go on behind, where that is not the one of the last entry */
const pageOf = <T>(found: ReadonlyArray<Edge<T>>, start: number, hasNext: boolean, goOn?: string) =>
  connection(found, { hasPrevious: start > 0, hasNext, total: null, ...(goOn && { endCursor: goOn }) });

/** Whether the caller may see an object of a list. */
export const showsRow =
  <T extends NodeType>({ access }: GatewayContext, type: T) =>
  (row: NodeRecords[T]): Promise<boolean> =>
    access.shows(type, row);

export const idOf = ({ id }: Pick<NodeRecord, 'id'>): string => id;
