import { BackendFaultError, GatewayError, OutcomeUnknownError } from '../../../src/errors/index.js';
import type { WriteResult, WriteSession } from '../../../src/model/index.js';
import type { AnyOperation, ParamsOf, ResultOf } from '../../../src/operation/operation.js';
import { toUserError } from '../../../src/writes/refusal.js';
import { claimOf, RefusedCommand } from '../refused-command.js';

/** What reading back tells of a write. */
export type Evidence =
  | { readonly shows: 'done'; readonly result: WriteResult }
  /** All is as it was, and would not be if it had happened. */
  | { readonly shows: 'unchanged' }
  /** All would be the same either way. */
  | { readonly shows: 'nothing' }
  /** Something is there, and it may be another's doing; or reading back failed. */
  | { readonly shows: 'unclear' };

export interface Conclusion<O extends AnyOperation> {
  readonly backend: string;
  /** What an answer without a refusal means; `null`: it contradicts itself. */
  readonly accept: (answer: ResultOf<O>) => WriteResult | null | Promise<WriteResult | null>;
  readonly readBack: () => Promise<Evidence>;
}

/**
 * Sends one write and finds out what came of it: from its answer, and by reading back where that proves nothing.
 *
 * @throws {@link OutcomeUnknownError} where neither tells
 */
export async function sendAndConclude<O extends AnyOperation>(
  session: WriteSession,
  operation: O,
  params: ParamsOf<O>,
  { backend, accept, readBack }: Conclusion<O>,
): Promise<WriteResult> {
  let answer: ResultOf<O>;
  try {
    answer = await session.send(operation, params);
  } catch (error) {
    if (error instanceof OutcomeUnknownError) return conclude(error, await lookAgain(readBack));
    if (!(error instanceof BackendFaultError)) throw error;
    if (operation.refusal !== 'inconclusive') return rejected(error);
    return conclude(error, await lookAgain(readBack));
  }
  const accepted = await accept(answer);
  return accepted ?? conclude(contradiction(backend, operation), await lookAgain(readBack));
}

function conclude(error: BackendFaultError | OutcomeUnknownError, evidence: Evidence): WriteResult {
  if (evidence.shows === 'done') return evidence.result;
  if (error instanceof OutcomeUnknownError) throw error;
  if (provesNothingHappened(error, evidence)) return rejected(error);
  throw new OutcomeUnknownError(
    `Backend ${error.origin.backend} reported an error, and nobody knows whether ${error.origin.method} was carried out.`,
    error.origin,
    { cause: error },
  );
}

function provesNothingHappened(error: BackendFaultError, { shows }: Evidence): boolean {
  switch (claimOf(error)) {
    case 'success':
      return false;
    case 'failure':
      return true;
    case 'invalid':
      return shows === 'unchanged' || shows === 'nothing';
    case 'nothing':
      return shows === 'unchanged';
  }
}

export const rejected = (error: BackendFaultError): WriteResult => ({
  state: 'REJECTED',
  userErrors: [toUserError(error)],
});

/** Failing to read back takes nothing away from what is known. */
async function lookAgain(readBack: () => Promise<Evidence>): Promise<Evidence> {
  try {
    return await readBack();
  } catch (error) {
    if (error instanceof GatewayError) return { shows: 'unclear' };
    throw error;
  }
}

/** An answer that tells no error, and that nothing was done either. */
function contradiction(backend: string, { method }: AnyOperation): BackendFaultError {
  const origin = { backend, method };
  return new BackendFaultError(
    `Backend ${backend} answered ${method} without an error, and did not carry it out.`,
    origin,
    { ...origin, code: null, message: null },
    { cause: new RefusedCommand('nothing') },
  );
}
