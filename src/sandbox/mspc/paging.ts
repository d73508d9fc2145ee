import type { MspcSettings } from './options.js';
import { databaseFault } from './soap/soap-fault.js';
import type { DataSet, DataTable } from './xml/data-set.js';

export interface PageRequest {
  readonly filterColumn: string | null;
  /** A LIKE pattern: `%` is any text, `_` any character. */
  readonly filterValue: string | null;
  /** `Username DESC`, `U.UserID`; empty for the query's own order. */
  readonly sortColumn: string | null;
  readonly startRow: number;
  readonly maximumRows: number;
}

interface PagedQuery {
  /** All rows that the caller may see, in the query's own order. */
  readonly table: DataTable;
  /** The columns that a value without a column is looked for in. */
  readonly searchColumns: readonly string[];
  /** What the first row is called: users are counted from 0, packages from 1. */
  readonly firstRow: 0 | 1;
}

/**
 * Cuts a page: the total in a column without a name, then the rows from `startRow` to `startRow + maximumRows`,
 * both included, which is one more than asked for.
 *
 * @throws SoapFault (Server) for a column that does not exist
 * @see WebsitePanel, Database/install_db.sql, GetUsersPaged and GetPackagesPaged
 */
export function toPage(
  { table, searchColumns, firstRow }: PagedQuery,
  page: PageRequest,
  { pagingOffByOne }: MspcSettings,
): DataSet {
  const rows = sorted(filtered(table, searchColumns, page), table, page.sortColumn);
  const from = Math.max(page.startRow - firstRow, 0);
  const to = page.startRow - firstRow + page.maximumRows + (pagingOffByOne ? 1 : 0);
  return [
    { columns: [['Column1', 'int']], rows: [[rows.length]] },
    { columns: table.columns, rows: rows.slice(from, Math.max(to, from)) },
  ];
}

/** Keeps what the server keeps of a column's name, and drops the alias of its table. */
function toColumnName(column: string | null): string {
  return (column ?? '').replace(/[^\w. ]/g, '').trim();
}

function columnIndex(table: DataTable, column: string): number {
  const name = column.slice(column.lastIndexOf('.') + 1).toLowerCase();
  const index = table.columns.findIndex(([candidate]) => candidate.toLowerCase() === name);
  if (index < 0) throw databaseFault(`Invalid column name '${column}'.`);
  return index;
}

function filtered(table: DataTable, searchColumns: readonly string[], page: PageRequest) {
  const pattern = page.filterValue ?? '';
  if (pattern === '') return table.rows;
  const column = toColumnName(page.filterColumn);
  const indexes = (column === '' ? searchColumns : [column]).map((name) => columnIndex(table, name));
  return table.rows.filter((row) => indexes.some((index) => isLike(String(row[index] ?? ''), pattern)));
}

function sorted(rows: DataTable['rows'], table: DataTable, sortColumn: string | null): DataTable['rows'] {
  const [column = '', direction = 'ASC'] = toColumnName(sortColumn).split(/ +/);
  if (column === '') return rows;
  const index = columnIndex(table, column);
  const sign = direction.toUpperCase() === 'DESC' ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a[index] ?? null, b[index] ?? null));
}

type Cell = string | number | boolean | null;

/** NULL comes first, as in SQL Server; text without regard to case. */
function compare(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { sensitivity: 'accent' });
}

/**
 * SQL's LIKE without character classes, regardless of case. Steps back to the last `%` only, so that no pattern
 * costs more than the product of both lengths.
 */
export function isLike(value: string, pattern: string): boolean {
  const text = value.toLowerCase();
  const wanted = pattern.toLowerCase();
  let textAt = 0;
  let wantedAt = 0;
  let percentAt = -1;
  let resumeAt = 0;
  while (textAt < text.length) {
    if (wanted[wantedAt] === '%') {
      percentAt = wantedAt;
      resumeAt = textAt;
      wantedAt += 1;
    } else if (wanted[wantedAt] === '_' || wanted[wantedAt] === text[textAt]) {
      textAt += 1;
      wantedAt += 1;
    } else if (percentAt >= 0) {
      resumeAt += 1;
      textAt = resumeAt;
      wantedAt = percentAt + 1;
    } else {
      return false;
    }
  }
  return /^%*$/.test(wanted.slice(wantedAt));
}
