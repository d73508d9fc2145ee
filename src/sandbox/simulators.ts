import { createEnomSimulator } from './enom/server.js';
import { createPoaSimulator } from './poa/server.js';
import type { Simulator, SimulatorKind } from './simulator.js';

/** The simulators that the sandbox starts, by the name of their backend: a new one is one line here. */
export const SIMULATORS: Readonly<
  Partial<Record<SimulatorKind, (options: { readonly port?: number }) => Promise<Simulator>>>
> = {
  poa: createPoaSimulator,
  enom: createEnomSimulator,
};
