import type { ResultOf } from '../../../src/operation/operation.js';
import type * as operations from '../operations/index.js';

/** What an operation answers, once decoded, when it answers something. */
export type Result<N extends keyof typeof operations> = NonNullable<ResultOf<(typeof operations)[N]>>;

/** One row of a list, among which there may be some that could not be read. */
export type RowOf<L> = L extends ReadonlyArray<infer R> ? Exclude<R, Error | null> : never;
