interface Change<Row> {
  /** `undefined`: the row is removed. */
  readonly row: Row | undefined;
  /** What the table below held when the change was made here first. */
  readonly seen: Row | undefined;
}

/**
 * Rows by id, in the order in which they came. A table may lie over another: it then reads through and keeps its
 * changes to itself until they are committed. Rows are never changed in place, so a reader keeps what it has read.
 */
export class Table<Row extends { readonly id: number | string }> {
  private readonly changes = new Map<Row['id'], Change<Row>>();

  constructor(private readonly below?: Table<Row>) {}

  get(id: Row['id']): Row | undefined {
    const change = this.changes.get(id);
    return change === undefined ? this.below?.get(id) : change.row;
  }

  /** Adds a row, or puts it in the place of the one with its id. */
  put(row: Row): void {
    this.change(row.id, row);
  }

  remove(id: Row['id']): void {
    this.change(id, undefined);
  }

  *rows(): Generator<Row> {
    for (const row of this.below?.rows() ?? []) {
      const change = this.changes.get(row.id);
      if (change === undefined) yield row;
      else if (change.row !== undefined) yield change.row;
    }
    for (const [id, { row }] of this.changes) {
      if (row !== undefined && this.below?.get(id) === undefined) yield row;
    }
  }

  find(matches: (row: Row) => boolean): Row | undefined {
    for (const row of this.rows()) if (matches(row)) return row;
    return undefined;
  }

  filter(matches: (row: Row) => boolean): Row[] {
    return [...this.rows()].filter(matches);
  }

  /** Whether the table below has changed under a change made here. */
  conflicts(): boolean {
    for (const [id, { seen }] of this.changes) if (this.below?.get(id) !== seen) return true;
    return false;
  }

  /** Hands all changes to the table below. */
  commit(): void {
    for (const [id, { row }] of this.changes) this.below?.change(id, row);
    this.changes.clear();
  }

  private change(id: Row['id'], row: Row | undefined): void {
    const before = this.changes.get(id);
    const seen = before === undefined ? this.below?.get(id) : before.seen;
    if (row === undefined && this.below === undefined) this.changes.delete(id);
    else this.changes.set(id, { row, seen });
  }
}
