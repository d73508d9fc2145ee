import type { OperationRegistry, PersistedOperation } from '../persisted/index.js';
import { toTable } from './table.js';

/**
 * Lists the operations that the gateway knows, a line each, in the order in which they were read.
 *
 * @returns what to print: names, ids to ask for them by, and routes
 */
export const describeOperations = ({ operations }: OperationRegistry): string =>
  toTable([['name', 'kind', 'id', 'route'], ...operations.map(toRow)]);

const toRow = ({ name, kind, id, rest }: PersistedOperation): string[] => [
  name === '' ? '(none)' : name,
  kind,
  id,
  rest === null ? '' : `${rest.method} /rest/v1${rest.path}`,
];
