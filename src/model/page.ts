/** What a caller asks of a list that can grow. `first` is checked at the edge: 0 to 200. */
export interface PageRequest {
  readonly first: number;
  /** The opaque cursor of the last edge seen. */
  readonly after: string | null;
}

/**
 * What a panel answers: a list that arrived whole (the gateway cuts the page), or one page that the panel cut
 * itself, where cursors are offsets.
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
