import { operation } from '../../../src/operation/operation.js';
import { any, array, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { LATER_REFERENCE } from './reference.js';

export const getRequestStatus = operation({
  method: 'pem.getRequestStatus',
  group: 'transactions',
  since: '2.6.2',
  description: 'Overall state of the tasks that a batch or a committed transaction scheduled.',
  effect: 'read',
  params: struct({ request_id: string('As given to pem.batchRequest or txn.Begin.') }),
  result: struct({
    request_status: key(
      int('State.', {
        values: [
          { value: 0, meaning: 'succeeded, or nothing was scheduled' },
          { value: 1, meaning: 'running' },
          { value: 2, meaning: 'failed or cancelled' },
        ],
      }),
    ),
    status_messages: array(string('Reason.'), 'Reasons of failure.'),
  }),
  source: `${LATER_REFERENCE}, "pem.getRequestStatus"`,
});

/**
 * Several methods as one transaction: all of them happen, or none. On the wire it is variadic: first, if at all, a
 * struct with `request_id` alone, then one struct `{ operation, parameters }` a method. The codec writes it so.
 */
export const batchRequest = operation({
  method: 'pem.batchRequest',
  group: 'transactions',
  since: '2.3',
  description: 'Runs several methods as one transaction.',
  effect: 'write',
  params: struct({
    request_id: optional(string('Names the tasks that it schedules, for pem.getRequestStatus.')),
    calls: array(any('A method with its parameters.'), 'In the order in which they run.'),
  }),
  result: null,
  source: `${LATER_REFERENCE}, "pem.batchRequest"`,
});

export const beginTransaction = operation({
  method: 'txn.Begin',
  group: 'transactions',
  since: '2.6.3',
  description: 'Opens a transaction; every other method joins it by a member `txn_id`.',
  effect: 'write',
  params: struct({
    txn_id: optional(string('Its id, never used before; made by the server when absent.')),
    timeout: optional(int('After so long it is rolled back; without it, never.', { unit: 'seconds' })),
    request_id: optional(string('Names the tasks that its commit schedules, for pem.getRequestStatus.')),
  }),
  result: struct({ txn_id: key(string('Transaction.')) }),
  source: `${LATER_REFERENCE}, "txn.Begin"`,
  notes: 'Changes nothing by itself. Calls of one transaction go one after the other.',
});

export const commitTransaction = operation({
  method: 'txn.Commit',
  group: 'transactions',
  since: '2.6.3',
  description: 'Makes all changes of a transaction at once and schedules its tasks.',
  effect: 'write',
  params: struct({ txn_id: string('Transaction.') }),
  result: null,
  source: 'cloudblue/osaAPI, class Transaction',
});

export const rollbackTransaction = operation({
  method: 'txn.Rollback',
  group: 'transactions',
  since: '2.6.3',
  description: 'Ends a transaction without any change.',
  effect: 'idempotentWrite',
  params: struct({ txn_id: string('Transaction.') }),
  result: null,
  source: `${LATER_REFERENCE}, "txn.Rollback"`,
  notes: 'A call that fails within a transaction has already ended it so.',
});
