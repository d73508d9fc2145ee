import type { Data } from '../../../../src/sandbox/poa/data.js';
import { Table } from '../../../../src/sandbox/poa/table.js';

/** All rows but those of the ledger, which notes every change. Rows are never changed in place. */
export function rowsOf(data: Data): unknown[] {
  const { ledger: _, ...tables } = data;
  return Object.values(tables).flatMap((table) => (table instanceof Table ? [...table.rows()] : []));
}
