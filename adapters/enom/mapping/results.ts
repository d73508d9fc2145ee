import type { AnyOperation, ResultOf } from '../../../src/operation/operation.js';
import type * as operations from '../operations/seen.js';

/** Commands by name, without what else stands beside them. */
type Name = {
  [N in keyof typeof operations]: (typeof operations)[N] extends AnyOperation ? N : never;
}[keyof typeof operations];

/** What a command answers, once decoded. */
export type Result<N extends Name> = ResultOf<(typeof operations)[N]>;

type RowOf<T> = T extends ReadonlyArray<infer R> ? Exclude<R, Error | null> : never;

export type DomainRow = RowOf<Result<'getDomains'>['GetDomains']['domain-list']>;
export type MailboxRow = RowOf<Result<'getPop3'>['pop']>;
export type PakRow = RowOf<Result<'getPop3'>['Paks']>;
export type ExpirationRow = RowOf<NonNullable<Result<'getPopExpirations'>['popexpirations']>['pop']>;
