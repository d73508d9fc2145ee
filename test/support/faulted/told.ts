import type { ExecutionResult } from 'graphql';

/**
 * What a caller is told: that it happened, that it did not, that a part of it did, that this request sent nothing, or
 * that nobody knows (yet). `CONFLICT`: the key is in use with another input. `DEAD`: nothing, the process has died.
 */
export type Told =
  | 'APPLIED'
  | 'PARTIAL'
  | 'REJECTED'
  | 'NOT_SENT'
  | 'UNKNOWN'
  | 'PENDING'
  | 'CONFLICT'
  | 'DEAD';

/** Codes of errors that say that nothing was sent. */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  'BACKEND_UNAVAILABLE',
  'BACKEND_TIMEOUT',
  'BACKEND_PROTOCOL_ERROR',
  'BACKEND_FAULT',
]);

/** @throws Error on an answer that no caller should get */
export function toldByMutation(mutation: string, result: ExecutionResult | null): Told {
  if (result === null) return 'DEAD';
  const { data, errors = [] } = result;
  const [error] = errors;
  const payload = data?.[mutation] as { readonly userErrors: readonly unknown[] } | null | undefined;
  if (error === undefined && payload) {
    const { userErrors, ...objects } = payload;
    if (userErrors.length === 0) return 'APPLIED';
    return Object.values(objects).some((object) => object !== null) ? 'PARTIAL' : 'REJECTED';
  }
  const { code, running } = error?.extensions ?? {};
  if (code === 'OUTCOME_UNKNOWN') return 'UNKNOWN';
  if (code === 'IDEMPOTENCY_CONFLICT') return running === true ? 'PENDING' : 'CONFLICT';
  if (NOT_SENT.has(code)) return 'NOT_SENT';
  throw new Error(`${mutation} was answered with ${JSON.stringify({ data, errors })}`);
}

/** @returns `null` when the records could not be read */
export function toldByOutcome(result: ExecutionResult | null): Told | null {
  if (result === null) return null;
  const { data, errors = [] } = result;
  if (errors.length > 0) {
    if (errors[0]?.extensions?.code === 'BACKEND_UNAVAILABLE') return null;
    throw new Error(`writeOutcome was answered with ${JSON.stringify(errors)}`);
  }
  const outcome = data?.writeOutcome as { readonly state: Told } | null;
  return outcome === null ? 'REJECTED' : outcome.state;
}
