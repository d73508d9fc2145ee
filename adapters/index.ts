import type { BackendKinds } from '../src/model/index.js';
import { poa } from './poa/index.js';

/** Every kind of panel that a configuration can name. */
export const backendKinds = { poa } satisfies BackendKinds;
