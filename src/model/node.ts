/**
 * What every addressable record has. A record is made from one answer of a panel, and answers differ in how
 * much they tell: a member that is `undefined` has not been told yet and is asked for when a query wants it;
 * `null` means that the panel was asked and has nothing.
 */
export interface NodeRecord {
  /** Global id: `<backend>:<Type>:<native id>`. */
  readonly id: string;
  /** Name of the configured backend. */
  readonly backend: string;
  readonly nativeId: string;
}

/** A member of a record: told, told to be nothing, or not told yet. */
export type Told<T> = T | null | undefined;
