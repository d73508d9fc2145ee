import type { ExecutionResult } from 'graphql';
import { enom } from '../../adapters/enom/index.js';
import { createLog, type Log } from '../../src/log/index.js';
import type { Backend } from '../../src/model/index.js';
import {
  createEnomSimulator,
  type EnomSimulator,
  type EnomSimulatorOptions,
} from '../../src/sandbox/enom/server.js';
import { runOperation } from './poa-gateway.js';

/** An eNom backend as a configuration would make it. */
export const createEnomBackend = (
  entry: Readonly<Record<string, unknown>>,
  { name = 'enom', log = createLog('silent') }: { readonly name?: string; readonly log?: Log } = {},
): Backend => {
  const { kind: _, ...settings } = entry;
  return enom.create(name, enom.schema.parse(settings), { log });
};

export interface EnomGateway {
  readonly simulator: EnomSimulator;
  readonly backend: Backend;
  run(source: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** Commands that the service was sent since the last time this was asked, in their order. */
  takeCalls(): string[];
  /** In how many waves, one after the other, they were sent. */
  takeWaves(): number;
  close(): Promise<void>;
}

/** The graph on top of a simulated eNom account in this process. */
export async function startEnomGateway(
  settings: Readonly<Record<string, unknown>> = {},
  options: EnomSimulatorOptions = {},
): Promise<EnomGateway> {
  const simulator = await createEnomSimulator(options);
  const backend = createEnomBackend({ ...simulator.configuration, ...settings });
  let taken = 0;
  let waves = 0;
  const counting: Backend = Object.create(backend, {
    callAll: {
      value: (...wave: Parameters<Backend['callAll']>) => {
        waves += 1;
        return backend.callAll(...wave);
      },
    },
  });
  return {
    simulator,
    backend,
    run: (source, variables) => runOperation([counting], source, variables),
    takeWaves() {
      const counted = waves;
      waves = 0;
      return counted;
    },
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
