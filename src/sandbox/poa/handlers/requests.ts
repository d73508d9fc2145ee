import { type MethodTable, method } from '../method.js';
import { string } from '../parameters.js';
import { found } from '../refusal.js';

/**
 * The state of the tasks under a request id; a request id that no batch or committed transaction has used is
 * refused, which the documents leave open.
 *
 * @see POA Public API Reference 5.3, "pem.getRequestStatus"
 */
export const requestMethods: MethodTable = {
  'pem.getRequestStatus': method(
    { request_id: string },
    (data, { request_id }) => {
      const { tasks } = found(data.taskRequests.get(request_id), 'Request', request_id);
      const failed = tasks.filter((task) => task.state === 'failed');
      const running = tasks.some((task) => task.state === 'running');
      return {
        request_status: running ? 1 : failed.length > 0 ? 2 : 0,
        status_messages: failed.map((task) => task.message),
      };
    },
    { transactional: false },
  ),
};
