import type { ListNode, Member, StructNode } from './compile-shape.js';

/** One row that has no element of its own, as far as it has come. */
interface FlatRow {
  readonly output: Record<string, unknown>;
  readonly filled: Set<Member>;
}

/**
 * Puts members that stand beside each other into the rows they belong to: numbered ones by their number; of the
 * others, one that the last row has already begins another row.
 */
export class FlatRows {
  readonly #byNumber = new Map<number, FlatRow>();
  #last: FlatRow | undefined;

  constructor(
    private readonly list: ListNode,
    /** Where the rows go, in the order in which they begin. */
    readonly rows: unknown[],
  ) {}

  /** The row that this column is a member of. */
  rowFor(column: Member, number: number | undefined): Record<string, unknown> {
    const found = number === undefined ? this.#last : this.#byNumber.get(number);
    const row = found === undefined || found.filled.has(column) ? this.#begin(number) : found;
    row.filled.add(column);
    return row.output;
  }

  #begin(number: number | undefined): FlatRow {
    // Columns are only made of lists of structs.
    const row: FlatRow = { output: (this.list.item as StructNode).blank(), filled: new Set() };
    this.rows.push(row.output);
    if (number === undefined) this.#last = row;
    else this.#byNumber.set(number, row);
    return row;
  }
}
