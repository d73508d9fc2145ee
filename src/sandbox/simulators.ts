import { createEnomSimulator } from './enom/server.js';
import { createHsphereSimulator } from './hsphere/server.js';
import { createMspcSimulator } from './mspc/server.js';
import { createPoaSimulator } from './poa/server.js';
import type { Simulator, SimulatorKind } from './simulator.js';

/** The simulators that the sandbox starts, by the name of their backend: a new one is one line here. */
export const SIMULATORS: Readonly<
  Record<SimulatorKind, (options: { readonly port?: number }) => Promise<Simulator>>
> = {
  poa: createPoaSimulator,
  mspc: createMspcSimulator,
  hsphere: createHsphereSimulator,
  enom: createEnomSimulator,
};
