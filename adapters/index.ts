import type { BackendKinds } from '../src/model/index.js';
import { enom } from './enom/index.js';
import { poa } from './poa/index.js';

/** Every kind of panel that a configuration can name. */
export const backendKinds = { poa, enom } satisfies BackendKinds;
