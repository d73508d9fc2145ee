import { operation } from '../../../src/operation/operation.js';
import { array, int, key, string, struct } from '../../../src/operation/shape.js';
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
