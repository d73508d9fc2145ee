/**
 * @returns `null` when no row is it
 * @throws the error of a row that cannot be read, where that row may be it
 */
export function findRow<T>(rows: ReadonlyArray<T | Error>, isIt: (row: T) => boolean): T | null {
  for (const row of rows) if (!(row instanceof Error) && isIt(row)) return row;
  const unreadable = rows.find((row) => row instanceof Error);
  if (unreadable !== undefined) throw unreadable;
  return null;
}

/** Rows as records; one that could not be read stays its error. */
export const mapRows = <R, T>(rows: ReadonlyArray<R | Error>, map: (row: R) => T): ReadonlyArray<T | Error> =>
  rows.map((row) => (row instanceof Error ? row : map(row)));
