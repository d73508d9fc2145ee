import { backendKinds } from '../../adapters/index.js';
import { createLog } from '../../src/log/index.js';
import type { Backend, BackendKinds } from '../../src/model/index.js';
import type { Simulator, SimulatorKind } from '../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../src/sandbox/simulators.js';
import { type TappedPanel, tapPanel } from '../support/tapped-panel.js';

export const KINDS: readonly SimulatorKind[] = ['poa', 'mspc', 'hsphere', 'enom'];

export interface TappedPanels {
  readonly backends: readonly Backend[];
  readonly simulators: Readonly<Record<SimulatorKind, Simulator>>;
  readonly taps: Readonly<Record<SimulatorKind, TappedPanel>>;
  close(): Promise<void>;
}

/** The four simulated panels, with a tap on the way to each. */
export async function startTappedPanels(): Promise<TappedPanels> {
  const kinds: BackendKinds = backendKinds;
  const lanes = await Promise.all(
    KINDS.map(async (name) => {
      const simulator = await SIMULATORS[name]({});
      const tap = await tapPanel(simulator.url);
      const { kind: _, ...settings } = simulator.configuration;
      const module = kinds[name];
      if (module === undefined) throw new Error(`There is no adapter for ${name}.`);
      const entry = module.schema.parse({ ...settings, url: tap.url });
      return { name, simulator, tap, backend: module.create(name, entry, { log: createLog('silent') }) };
    }),
  );
  const by = <T>(pick: (lane: (typeof lanes)[number]) => T) =>
    // Every kind has its lane.
    Object.fromEntries(lanes.map((lane) => [lane.name, pick(lane)])) as Record<SimulatorKind, T>;
  return {
    backends: lanes.map(({ backend }) => backend),
    simulators: by(({ simulator }) => simulator),
    taps: by(({ tap }) => tap),
    async close() {
      for (const { backend, tap, simulator } of lanes) {
        await backend.close();
        await tap.close();
        await simulator.close();
      }
    },
  };
}
