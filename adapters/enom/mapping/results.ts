import type { ResultOf } from '../../../src/operation/operation.js';
import type * as operations from '../operations/index.js';

/** What a command answers, once decoded. */
export type Result<N extends keyof typeof operations> = ResultOf<(typeof operations)[N]>;

type RowOf<T> = T extends ReadonlyArray<infer R> ? Exclude<R, Error | null> : never;

export type DomainRow = RowOf<Result<'getDomains'>['GetDomains']['domain-list']>;
export type MailboxRow = RowOf<Result<'getPop3'>['pop']>;
export type PakRow = RowOf<Result<'getPop3'>['Paks']>;
export type ExpirationRow = RowOf<NonNullable<Result<'getPopExpirations'>['popexpirations']>['pop']>;
