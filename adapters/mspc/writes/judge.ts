import type { PanelCall, WriteJudge } from '../../../src/model/index.js';
import type { AnyOperation } from '../../../src/operation/operation.js';
import { MspcFaultError } from '../errors.js';
import { toVerdict } from './verdict.js';

/**
 * Negative numbers refuse. Of methods that no document describes nobody knows what they mean, so they are answers.
 *
 * @param documented - the methods whose numbers are known
 */
export const createMspcJudge = (backend: string, documented: readonly AnyOperation[]): WriteJudge => ({
  refusalIn({ operation }: PanelCall, answer) {
    if (!documented.includes(operation) || !isNumbered(answer)) return null;
    const verdict = toVerdict({ backend, method: operation.method }, answer);
    if (verdict.is === 'accepted') return null;
    const native = verdict.userErrors[0]?.native ?? {
      backend,
      method: operation.method,
      code: null,
      message: null,
    };
    return {
      native: { ...native, message: native.message ?? excessIn(answer) },
      final: verdict.is === 'refused',
    };
  },
  isFinal: (_call, refusal) => !(refusal instanceof MspcFaultError) || refusal.blamesCaller,
});

/** What the panel adds to a number: the quotas that the space above lacks, and how much of each. */
function excessIn(answer: Numbered): string | null {
  const rows = typeof answer === 'number' ? [] : (answer.ExceedingQuotas?.Table ?? []);
  const told = rows.map(
    ({ QuotaID, QuotaName, QuotaValue }) => `${QuotaName ?? QuotaID} by ${QuotaValue ?? '?'}`,
  );
  return told.length === 0 ? null : `Exceeding quotas: ${told.join(', ')}`;
}

type Numbered = Parameters<typeof toVerdict>[1];

const isNumbered = (answer: unknown): answer is Numbered =>
  typeof answer === 'number' ||
  (typeof answer === 'object' &&
    answer !== null &&
    'Result' in answer &&
    typeof answer.Result === 'number' &&
    'ExceedingQuotas' in answer);
