/**
 * The known key that was probably meant.
 *
 * @returns `undefined` when none is within a third of its length in edits, upper and lower case aside
 */
export function nearestKey(written: string, known: readonly string[]): string | undefined {
  const text = written.toLowerCase();
  const ranked = known
    .map((key) => ({ key, distance: editDistance(text, key.toLowerCase()) }))
    .filter(({ key, distance }) => distance <= key.length / 3)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.key;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, length) => length);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = at(last, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const isSwap = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwap ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, to.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
