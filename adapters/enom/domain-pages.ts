import { BackendProtocolError } from '../../src/errors/index.js';
import type { Domain, Listing, PageRequest } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import { type DomainRow, toListedDomain } from './mapping/index.js';
import { getDomains } from './operations/seen.js';

export interface DomainPagesOptions {
  readonly backend: string;
  readonly call: Call;
  /** Most rows that the service is asked for at once. */
  readonly pageSize: number;
}

/** Rows from one offset on, with what their answers say on the rest of the list. */
interface Rows {
  readonly rows: ReadonlyArray<DomainRow | Error>;
  readonly hasMore: boolean;
  /** Lengths of the list as the service tells them; which of them is the list's own, documents leave open. */
  readonly counts: ReadonlyArray<number | null>;
}

/**
 * One page of the account's domains, in as few calls as the service's own page size allows: a further one is only
 * made when the one before says that there is more.
 */
export async function listDomains(
  options: DomainPagesOptions,
  { first, offset }: PageRequest,
): Promise<Listing<Domain>> {
  const { rows, hasMore, counts } = await readRows(options, first, offset + 1);
  const atLeast = rows.length === 0 ? 0 : offset + rows.length + (hasMore ? 1 : 0);
  return {
    page: rows.slice(0, first).map((row) => toRecord(options.backend, row)),
    offset,
    total: counts.find((count) => count !== null && count >= atLeast) ?? null,
    hasNext: hasMore || rows.length > first,
  };
}

/** @param from - number of the first row, from 1 */
async function readRows({ call, pageSize }: DomainPagesOptions, wanted: number, from: number): Promise<Rows> {
  const rows: Array<DomainRow | Error> = [];
  for (let start = from; ; ) {
    // A page of none, asked for its count, is a page of one: not every server may take a page of none.
    const display = Math.max(1, Math.min(wanted - rows.length, pageSize));
    const { GetDomains: page } = await call(getDomains, { Start: start, Display: display });
    const answered = page['domain-list'];
    rows.push(...answered);
    const behind = start + answered.length;
    const next = page.NextRecords ?? (behind <= (page.DomainCount ?? 0) ? behind : 0);
    // A server that points backwards would be asked for ever.
    const hasMore = answered.length > 0 && next > start;
    if (!hasMore || rows.length >= wanted) {
      return { rows, hasMore, counts: [page.DomainCount, page.TotalDomainCount] };
    }
    start = next;
  }
}

function toRecord(backend: string, row: DomainRow | Error): Domain | Error {
  if (row instanceof Error) return row;
  const origin = { backend, method: getDomains.method };
  return (
    toListedDomain(backend, row) ??
    new BackendProtocolError(
      `Backend ${backend} answered GetDomains with a row that names no domain.`,
      origin,
    )
  );
}
