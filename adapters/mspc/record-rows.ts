import type { CallOrigin } from '../../src/errors/index.js';
import { recordError } from './errors.js';

/** What a list answered, as records; a row that could not be read is its error. */
export const readRows = <R, T>(
  origin: CallOrigin,
  rows: ReadonlyArray<R | Error>,
  read: (row: R) => T,
): ReadonlyArray<T | Error> =>
  rows.map((row) => (row instanceof Error ? recordError(row, origin) : read(row)));
