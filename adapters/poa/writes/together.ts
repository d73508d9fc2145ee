import type { PanelCall, WritesTogether } from '../../../src/model/index.js';
import { sendable } from '../../../src/policy/sendable.js';
import { WireError } from '../../../src/wire/wire-error.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import type { PoaCodec } from '../codec.js';
import {
  batchRequest,
  beginTransaction,
  commitTransaction,
  rollbackTransaction,
} from '../operations/index.js';
import { inTransaction } from './transaction.js';

/**
 * pem.batchRequest, and txn.Begin with txn.Commit, for writes of a caller's choosing.
 *
 * @param timeoutSeconds - the panel rolls a transaction back that is open for so long
 */
export function createPoaTogether(codec: PoaCodec, timeoutSeconds: number): WritesTogether {
  /** A call that cannot be written would end the whole when part of it is under way. */
  const checkAll = (calls: readonly PanelCall[]): void => {
    for (const call of calls) sendable(call.operation.method, WireError, () => codec.encodeCall(call));
  };
  return {
    batchMethod: batchRequest.method,
    controls: new Set([beginTransaction.method, commitTransaction.method, rollbackTransaction.method]),
    batch(session, calls, requestId) {
      checkAll(calls);
      return rejectedWhenRefused(async () => {
        await session.send(batchRequest, { request_id: requestId, calls });
        return { state: 'APPLIED', facts: {} };
      });
    },
    transaction(session, calls, onResult, requestId) {
      checkAll(calls);
      const options = { timeoutSeconds, ...(requestId === undefined ? {} : { requestId }) };
      return rejectedWhenRefused(() =>
        inTransaction(session, options, async (send) => {
          for (const { operation, params } of calls) onResult(await send(operation, params));
          return { state: 'APPLIED', facts: {} };
        }),
      );
    },
  };
}
