import {
  array,
  dataSet,
  int,
  optional,
  rows,
  type StructShape,
  string,
  struct,
} from '../../../src/operation/shape.js';

/** Looks for a text in a column. */
export const filterMembers = {
  filterColumn: optional(
    string('Column that `filterValue` is looked for in; word characters, dots and blanks only.'),
  ),
  filterValue: optional(string('Pattern of LIKE: `%` stands for any text.')),
};

/** Which rows a page has. Servers answer one more than `maximumRows`, unless mended. */
export const pageMembers = (firstRow: 0 | 1) => ({
  sortColumn: string(
    'Column to sort by, with the alias of its table; ` DESC` behind it turns the order round.',
  ),
  startRow: int(`First row, counted from ${firstRow}.`, { min: 0 }),
  maximumRows: int('Number of rows.', { min: 0 }),
});

/** The total, and one page of the rows. */
export const pageOf = <R extends StructShape>(row: R) =>
  dataSet(
    {
      Table: array(struct({ Column1: int('How many rows all pages have.') }), 'One row with the total.'),
      Table1: rows(row, 'The page.'),
    },
    'A page.',
  );
