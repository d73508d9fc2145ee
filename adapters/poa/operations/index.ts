import type { AnyOperation } from '../../../src/operation/operation.js';
import * as methods from './methods.js';

export * from './methods.js';
export { poaNamedOnly } from './named-only.js';

/** All methods of POA 2.8 that a document or a client describes. */
export const poaOperations: readonly AnyOperation[] = Object.values(methods);
