import { BackendError, IdempotencyConflictError, OutcomeUnknownError } from '../errors/index.js';
import type { Facts, UserError, WriteResult, WriteState } from '../model/index.js';
import type { WriteRecord } from './write-record.js';

/** What became of a write, now or in an earlier run. */
export interface Outcome {
  readonly key: string;
  readonly mutation: string;
  readonly backend: string;
  readonly state: WriteState;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly facts: Facts | null;
  readonly userErrors: readonly UserError[];
}

export const toOutcome = ({
  key,
  mutation,
  backend,
  state,
  startedAt,
  facts,
  userErrors,
}: WriteRecord): Outcome => ({
  key,
  mutation,
  backend,
  state,
  startedAt,
  facts,
  userErrors,
});

/** A write that did not happen has a reason at all times: without one its payload would look like a success. */
const DID_NOT_HAPPEN: UserError = {
  code: 'REJECTED',
  message: 'This change did not happen.',
  field: null,
  native: null,
};

/** How a record ends with a result. */
export const concluded = (
  result: WriteResult,
  endedAt: number,
): Pick<WriteRecord, 'state' | 'facts' | 'userErrors' | 'changes' | 'endedAt' | 'leaseUntil'> => ({
  state: result.state,
  facts: result.facts ?? null,
  userErrors: result.state === 'APPLIED' ? [] : reasons(result),
  ...(result.state !== 'REJECTED' && result.changes !== undefined ? { changes: result.changes } : {}),
  endedAt,
  leaseUntil: 0,
});

const reasons = ({ state, userErrors }: Exclude<WriteResult, { state: 'APPLIED' }>): readonly UserError[] =>
  state === 'REJECTED' && userErrors.length === 0 ? [DID_NOT_HAPPEN] : userErrors;

export function unknownOutcome(
  { backend, mutation, key }: Pick<WriteRecord, 'backend' | 'mutation' | 'key'>,
  cause?: unknown,
): OutcomeUnknownError {
  const error =
    cause instanceof OutcomeUnknownError
      ? cause
      : new OutcomeUnknownError(
          'Nobody knows yet what came of this write; it is not sent again.',
          { backend, method: mutation },
          { cause },
        );
  error.idempotencyKey = key;
  return error;
}

export const stillRunning = (key: string): IdempotencyConflictError =>
  new IdempotencyConflictError('The first run with this key has not ended.', key, true);

/** Puts the key of a write that was not sent on the error that says why: the caller may not have made it. */
export function withKey(error: unknown, key: string): unknown {
  if (error instanceof BackendError) error.idempotencyKey = key;
  return error;
}
