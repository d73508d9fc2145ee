import type { AnyOperation, ResultOf } from '../../../src/operation/operation.js';
import type * as operations from '../operations/seen.js';

/** Operations by name, without the list of them. */
type Name = {
  [N in keyof typeof operations]: (typeof operations)[N] extends AnyOperation ? N : never;
}[keyof typeof operations];

/** What an operation answers, once decoded, when it answers something. */
export type Result<N extends Name> = NonNullable<ResultOf<(typeof operations)[N]>>;

/** One row of a list, among which there may be some that could not be read. */
export type RowOf<L> = L extends ReadonlyArray<infer R> ? Exclude<R, Error | null> : never;
