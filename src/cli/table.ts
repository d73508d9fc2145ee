/** Rows of words as lines, each column as wide as its longest word; nothing in them can move a cursor. */
export function toTable(rows: ReadonlyArray<readonly string[]>): string {
  const printable = rows.map((row) => row.map((word) => word.replaceAll(/\p{Cc}/gu, ' ')));
  const widths = (printable[0] ?? []).map((_, column) =>
    Math.max(...printable.map((row) => row[column]?.length ?? 0)),
  );
  return printable
    .map((row) => row.map((word, column) => word.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
