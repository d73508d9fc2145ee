/** What a panel that pages needs to know of what a caller asks. */
export interface PageRequest {
  /** How many rows; the edge has checked that it is 0 to 200. */
  readonly first: number;
  /** How many rows to pass over. 0 for lists whose cursors are ids: those panels answer the whole list. */
  readonly offset: number;
}

/**
 * What a panel answers: a list that arrived whole (the gateway cuts the page), or one page that the panel cut
 * itself, where cursors are offsets. A row that could not be read is its error, and leaves its neighbours whole.
 */
export type Listing<T> =
  | { readonly whole: ReadonlyArray<T | Error> }
  | {
      readonly page: ReadonlyArray<T | Error>;
      /** Offset of the first row of `page`, from 0. */
      readonly offset: number;
      /** `null` where the panel does not count. */
      readonly total: number | null;
      readonly hasNext: boolean;
    };
