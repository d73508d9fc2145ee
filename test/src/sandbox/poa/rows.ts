import type { Data } from '../../../../src/sandbox/poa/data.js';
import { Table } from '../../../../src/sandbox/poa/table.js';

/** All rows but those of the ledger, which notes every change. Rows are never changed in place. */
export function rowsOf(data: Data): unknown[] {
  return Object.entries(data).flatMap(([name, table]) =>
    table instanceof Table && name !== 'ledger' ? [...table.rows()] : [],
  );
}
