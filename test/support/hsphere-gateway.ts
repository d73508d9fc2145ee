import type { ExecutionResult } from 'graphql';
import { hsphere } from '../../adapters/hsphere/index.js';
import { createLog } from '../../src/log/index.js';
import type { Backend } from '../../src/model/index.js';
import {
  createHsphereSimulator,
  type HsphereSimulator,
  type HsphereSimulatorOptions,
} from '../../src/sandbox/hsphere/server.js';
import { runOperation } from './poa-gateway.js';

type Settings = Readonly<Record<string, unknown>>;

/**
 * An H-Sphere backend as a configuration would make it.
 *
 * @param lines - collects what it logs; nothing is logged without
 */
export function createHsphereBackend(entry: Settings, lines?: string[], name = 'hsphere'): Backend {
  const { kind: _, ...settings } = entry;
  const log =
    lines === undefined
      ? createLog('silent')
      : createLog('trace', { write: (line: string) => lines.push(line) });
  return hsphere.create(name, hsphere.schema.parse(settings), { log });
}

export interface HsphereGateway {
  readonly simulator: HsphereSimulator;
  readonly backend: Backend;
  /** What the backend has logged. */
  readonly logLines: readonly string[];
  run(source: string, variables?: Settings): Promise<ExecutionResult>;
  /** Actions that the panel was asked since the last time this was asked, in their order. */
  takeCalls(): string[];
  close(): Promise<void>;
}

/** The graph on top of a simulated H-Sphere in this process. */
export async function startHsphereGateway(
  options: HsphereSimulatorOptions = {},
  settings: Settings = {},
): Promise<HsphereGateway> {
  const simulator = await createHsphereSimulator(options);
  const logLines: string[] = [];
  const backend = createHsphereBackend({ ...simulator.configuration, ...settings }, logLines);
  let taken = 0;
  return {
    simulator,
    backend,
    logLines,
    run: (source, variables) => runOperation([backend], source, variables),
    takeCalls() {
      const calls = simulator.calls.slice(taken).map(({ method }) => method);
      taken = simulator.calls.length;
      return calls;
    },
    async close() {
      await backend.close();
      await simulator.close();
    },
  };
}
