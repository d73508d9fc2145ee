import { backendKinds } from '../../adapters/index.js';
import { createLog, type Log } from '../../src/log/index.js';
import type { Backend, BackendKinds } from '../../src/model/index.js';
import type { Simulator, SimulatorKind } from '../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../src/sandbox/simulators.js';

export interface FourPanels {
  readonly backends: readonly Backend[];
  readonly simulators: Readonly<Record<SimulatorKind, Simulator>>;
  /** Calls that each panel got since the last time this was asked. */
  takeCalls(): Record<string, string[]>;
  close(): Promise<void>;
}

const KINDS: readonly SimulatorKind[] = ['poa', 'mspc', 'hsphere', 'enom'];

/** The sandbox in this process: every simulated panel, and a backend for each. */
export async function startFourPanels({
  log = createLog('silent'),
}: {
  readonly log?: Log;
} = {}): Promise<FourPanels> {
  const started = await Promise.all(KINDS.map(async (kind) => [kind, await SIMULATORS[kind]({})] as const));
  const kinds: BackendKinds = backendKinds;
  const backends = started.map(([name, { configuration }]) => {
    const { kind, ...settings } = configuration;
    const module = kinds[String(kind)];
    if (module === undefined) throw new Error(`no adapter for ${String(kind)}`);
    return module.create(name, module.schema.parse(settings), { log });
  });
  const taken = new Map<string, number>();
  return {
    backends,
    simulators: Object.fromEntries(started) as Record<SimulatorKind, Simulator>,
    takeCalls: () =>
      Object.fromEntries(
        started.map(([kind, { calls }]) => {
          const since = calls.slice(taken.get(kind) ?? 0).map(({ method }) => method);
          taken.set(kind, calls.length);
          return [kind, since];
        }),
      ),
    async close() {
      await Promise.all(backends.map((backend) => backend.close()));
      await Promise.all(started.map(([, simulator]) => simulator.close()));
    },
  };
}
