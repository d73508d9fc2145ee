import { CHANGE_EXAMPLES } from './change-examples.js';
import { READ_EXAMPLES } from './read-examples.js';
import type { RequestExample } from './request-example.js';

/** By the names of operations. */
export const SANDBOX_EXAMPLES: Readonly<Record<string, RequestExample>> = {
  ...READ_EXAMPLES,
  ...CHANGE_EXAMPLES,
};
