import type { ResultOf } from '../../../src/operation/operation.js';
import type * as operations from '../operations/methods.js';

/** What an operation answers, once decoded. */
export type Result<N extends keyof typeof operations> = ResultOf<(typeof operations)[N]>;
/** One row of an operation that answers a list. */
export type Row<N extends keyof typeof operations> =
  Result<N> extends ReadonlyArray<infer R> ? NonNullable<R> : never;
