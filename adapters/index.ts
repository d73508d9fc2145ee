import type { BackendKinds } from '../src/model/index.js';
import { enom } from './enom/index.js';
import { hsphere } from './hsphere/index.js';
import { mspc } from './mspc/index.js';
import { poa } from './poa/index.js';

/** Every kind of panel that a configuration can name. */
export const backendKinds = { poa, mspc, hsphere, enom } satisfies BackendKinds;
