import { BackendFaultError } from '../../../src/errors/index.js';
import type { Fact, Facts, UserError, WriteSession } from '../../../src/model/index.js';
import type { AnyOperation, ParamsOf, ResultOf } from '../../../src/operation/operation.js';
import { toUserError } from '../../../src/writes/refusal.js';
import { QUOTAS } from '../catalogue/quotas.js';
import { MspcFaultError } from '../errors.js';
import type { addPackage } from '../operations/seen.js';
import { type CodeMeaning, meaningOf, QUOTA_EXCEEDED } from './codes.js';

type PackageResult = ResultOf<typeof addPackage>;

interface Told {
  /** Facts of the quotas that the space above lacks; `null` where the answer has none of it. */
  readonly exceeded: Facts['values'] | null;
}

/** What the answer to a write says. */
export type Verdict =
  /** It is done, or so the panel says; `number` is that of what was made, or 0. */
  | (Told & { readonly is: 'accepted'; readonly number: number })
  /** Nothing was done. */
  | (Told & {
      readonly is: 'refused';
      readonly userErrors: readonly UserError[];
      /** The server did not understand the call: it may lack the method. */
      readonly notUnderstood: boolean;
    })
  /** The panel reports a failure, which does not prove that nothing was done. */
  | (Told & { readonly is: 'unclear'; readonly userErrors: readonly UserError[] });

/**
 * Sends a write and says what its answer proves. Negative numbers that the panel answers before it does anything are
 * refusals; so are faults that blame the caller, and a refused login. Other faults come from procedures that may have
 * gone on after their error.
 *
 * @throws what says that there is no answer
 */
export async function sendForVerdict<O extends AnyOperation>(
  backend: string,
  session: WriteSession,
  operation: O,
  params: ParamsOf<O>,
): Promise<Verdict> {
  const { method } = operation;
  try {
    // The writes of this panel answer one or the other.
    return toVerdict({ backend, method }, (await session.send(operation, params)) as number | PackageResult);
  } catch (error) {
    if (!(error instanceof BackendFaultError)) throw error;
    const userErrors = [toUserError(error)];
    const isFault = error instanceof MspcFaultError;
    return isFault && !error.blamesCaller
      ? { is: 'unclear', userErrors, exceeded: null }
      : { is: 'refused', userErrors, exceeded: null, notUnderstood: isFault };
  }
}

/** What the number of an answer says. */
export function toVerdict(
  origin: { readonly backend: string; readonly method: string },
  answer: number | PackageResult,
): Verdict {
  const number = typeof answer === 'number' ? answer : answer.Result;
  const rows = typeof answer === 'number' ? null : (answer.ExceedingQuotas?.Table ?? null);
  const exceeded = rows === null ? null : { exceededQuotas: rows.map(toExceededQuota) };
  if (number >= 0) return { is: 'accepted', number, exceeded };
  const meaning = meaningOf(origin.method, number);
  const userErrors = [toError(origin, number, meaning)];
  return meaning.conclusive && isBeforeTheWork(number, rows)
    ? { is: 'refused', userErrors, exceeded, notUnderstood: false }
    : { is: 'unclear', userErrors, exceeded };
}

/**
 * A refusal that comes before the work has no DataSet, and one for quotas has rows in it. An empty DataSet beside a
 * negative number says that the quotas sufficed and that something failed later.
 */
const isBeforeTheWork = (code: number, rows: readonly unknown[] | null): boolean =>
  code === QUOTA_EXCEEDED ? rows !== null && rows.length > 0 : rows === null;

const toError = (
  { backend, method }: { readonly backend: string; readonly method: string },
  number: number,
  { code, message, symbol, field }: CodeMeaning,
): UserError => ({
  code,
  message,
  field: field ?? null,
  native: { backend, method, code: symbol ?? String(number), message: null },
});

type Row = NonNullable<NonNullable<PackageResult['ExceedingQuotas']>['Table']>[number];

const toExceededQuota = ({ QuotaID: quotaId, QuotaName: name, QuotaValue: excess }: Row): Fact => ({
  quotaId,
  name: name ?? QUOTAS.get(quotaId)?.name ?? null,
  excess: excess === null ? null : String(excess),
});
