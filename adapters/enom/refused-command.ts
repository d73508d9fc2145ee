import type { Refusal } from '../../src/wire/httpxml/index.js';

/**
 * What a refusal of a write says of what happened: the service reports errors beside success, so it proves nothing by
 * itself.
 * - `success`: an order number, a count of users that were served, or `Success` `True` stand beside the errors;
 * - `failure`: a count of 0 or `Success` `False` do;
 * - `invalid`: nothing does, and the response code says that the request was found wanting before any work;
 * - `nothing`: none of these.
 */
export type Claim = 'success' | 'failure' | 'invalid' | 'nothing';

/** The cause of the error of a refused command. Holds nothing of the answer but this. */
export class RefusedCommand extends Error {
  constructor(readonly claim: Claim) {
    super('The command was refused.');
    this.name = 'RefusedCommand';
  }
}

export const claimOf = (error: Error): Claim =>
  error.cause instanceof RefusedCommand ? error.cause.claim : 'nothing';

/** Members of answers that say how many users were served. */
const COUNTS = ['AccountsCreated', 'AccountsModified', 'AccountsDeleted'];
/** Validation, authentication, payment, policy: the first digit of a response code. */
const BEFORE_ANY_WORK = /^[3457]\d{5}$/;

/** @param beside - what the operation's shape found beside the errors */
export function readClaim({ code, success }: Refusal, beside: unknown): Claim {
  const members = (beside ?? {}) as Readonly<Record<string, unknown>>;
  const counts = COUNTS.map((name) => members[name]).filter((count) => typeof count === 'number');
  const isOrdered = (members.orderid ?? null) !== null;
  if (success === true || isOrdered || counts.some((count) => count > 0)) return 'success';
  if (success === false || counts.length > 0) return 'failure';
  return code !== null && BEFORE_ANY_WORK.test(code) ? 'invalid' : 'nothing';
}
