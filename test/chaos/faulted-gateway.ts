import { backendKinds } from '../../adapters/index.js';
import { createLog } from '../../src/log/index.js';
import type { Backend, BackendKinds } from '../../src/model/index.js';
import type { Simulator, SimulatorKind } from '../../src/sandbox/simulator.js';
import { SIMULATORS } from '../../src/sandbox/simulators.js';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.js';
import { createLedger, executeOperation } from '../support/poa-gateway.js';

export const KINDS: readonly SimulatorKind[] = ['poa', 'mspc', 'hsphere', 'enom'];

/** What a caller gets: the data, and codes of errors by the alias of the field that failed. */
export interface Told {
  readonly data: Readonly<Record<string, unknown>>;
  readonly codes: Readonly<Record<string, unknown>>;
}

export interface FaultedGateway {
  /** The ways to the panels. */
  readonly ways: Readonly<Record<SimulatorKind, FaultProxy>>;
  readonly simulators: Readonly<Record<SimulatorKind, Simulator>>;
  readonly backends: readonly Backend[];
  run(source: string): Promise<Told>;
  close(): Promise<void>;
}

export interface FaultedGatewayOptions {
  /** Settings that every backend gets. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of one of them; an address goes past its proxy. */
  readonly own?: Partial<Readonly<Record<SimulatorKind, Readonly<Record<string, unknown>>>>>;
}

/** The graph in front of four simulated panels, each behind a way of its own that a test can break. */
export async function startFaultedGateway({
  settings = {},
  own = {},
}: FaultedGatewayOptions = {}): Promise<FaultedGateway> {
  const kinds: BackendKinds = backendKinds;
  const lanes = await Promise.all(
    KINDS.map(async (name) => {
      const simulator = await SIMULATORS[name]({});
      const way = await startFaultProxy(simulator.url);
      const { kind: _, ...configuration } = simulator.configuration;
      const module = kinds[name];
      if (module === undefined) throw new Error(`There is no adapter for ${name}.`);
      const entry = { ...configuration, url: way.url, ...settings, ...own[name] };
      const backend = module.create(name, module.schema.parse(entry), { log: createLog('silent') });
      return { name, simulator, way, backend };
    }),
  );
  const by = <T>(pick: (lane: (typeof lanes)[number]) => T) =>
    // Every kind has its lane.
    Object.fromEntries(lanes.map((lane) => [lane.name, pick(lane)])) as Record<SimulatorKind, T>;
  const backends = lanes.map(({ backend }) => backend);
  const ledger = createLedger();
  return {
    ways: by(({ way }) => way),
    simulators: by(({ simulator }) => simulator),
    backends,
    async run(source) {
      const { data, errors = [] } = await executeOperation(backends, source, {}, undefined, ledger);
      const codes = errors.map(({ path = [], originalError }) => [
        String(path[0]),
        (originalError as { readonly code?: unknown } | undefined)?.code,
      ]);
      return {
        data: JSON.parse(JSON.stringify(data ?? {})) as Told['data'],
        codes: Object.fromEntries(codes) as Told['codes'],
      };
    },
    async close() {
      await ledger.idle();
      for (const { backend, way, simulator } of lanes) {
        await backend.close();
        await way.close();
        await simulator.close();
      }
    },
  };
}
