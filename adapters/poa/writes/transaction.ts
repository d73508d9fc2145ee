import { BackendFaultError, NotConnectedError, OutcomeUnknownError } from '../../../src/errors/index.js';
import type { WriteResult, WriteSession } from '../../../src/model/index.js';
import type { AnyOperation, Call, ParamsOf, ResultOf } from '../../../src/operation/operation.js';
import { beginTransaction, commitTransaction, rollbackTransaction } from '../operations/index.js';
import { refusal, rejected } from './results.js';

export interface TransactionOptions {
  /** The panel rolls it back after so many seconds. */
  readonly timeoutSeconds: number;
  /** Names the tasks that the commit schedules. */
  readonly requestId?: string;
}

/**
 * Runs several writes as one transaction: all of them happen, or none.
 *
 * - A call that is refused has ended the transaction on the panel; it is not rolled back once more.
 * - A call whose answer is lost leaves it open; it is rolled back, and when the panel confirms that, or says that there
 *   is no such transaction, nothing happened.
 * - A commit whose answer is lost may have happened.
 *
 * @param work - calls of the transaction, one after the other, through the `send` that it gets
 */
export async function inTransaction(
  session: WriteSession,
  { timeoutSeconds, requestId }: TransactionOptions,
  work: (send: Call) => Promise<WriteResult>,
): Promise<WriteResult> {
  // Changes nothing: one that is begun twice leaves an empty transaction, which its time-out ends.
  const { txn_id: txnId } = await session.read(beginTransaction, {
    timeout: timeoutSeconds,
    request_id: requestId,
  });
  const send: Call = <O extends AnyOperation>(operation: O, params: ParamsOf<O>): Promise<ResultOf<O>> =>
    // Every method takes it beside its own parameters, which its shape does not name.
    session.send(operation, { ...(params as object), txn_id: txnId } as ParamsOf<O>);
  try {
    const result = await work(send);
    await commit(session, txnId);
    return result;
  } catch (error) {
    if (!(error instanceof OutcomeUnknownError) && !(error instanceof NotConnectedError)) throw error;
    if (error.origin.method === commitTransaction.method && !(error instanceof NotConnectedError))
      throw error;
    if (!(await isRolledBack(session, txnId))) throw error;
    return rejected(
      refusal('REJECTED', 'An answer of the panel was lost, and all was rolled back: nothing has changed.'),
    );
  }
}

const commit = (session: WriteSession, txnId: string): Promise<null> =>
  session.send(commitTransaction, { txn_id: txnId });

/** Whether the panel says that the transaction is over. Its commit has not been sent, so nothing of it stays. */
async function isRolledBack(session: WriteSession, txnId: string): Promise<boolean> {
  try {
    await session.send(rollbackTransaction, { txn_id: txnId });
    return true;
  } catch (error) {
    return error instanceof BackendFaultError;
  }
}
