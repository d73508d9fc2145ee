import type { ExecutionResult } from 'graphql';
import { mspc } from '../../adapters/mspc/index.js';
import { createLog } from '../../src/log/index.js';
import { type Backend, type BackendDeps, LOCAL_PRINCIPAL } from '../../src/model/index.js';
import type { MspcSimulatorOptions } from '../../src/sandbox/mspc/options.js';
import { createMspcSimulator } from '../../src/sandbox/mspc/server.js';
import type { Simulator } from '../../src/sandbox/simulator.js';
import { createLedger, runOperation } from './poa-gateway.js';

/** An MSPControl backend as a configuration would make it. */
export const createMspcBackend = (
  entry: Readonly<Record<string, unknown>>,
  log: BackendDeps['log'] = createLog('silent'),
  name = 'mspc',
): Backend => {
  const { kind: _, ...settings } = entry;
  return mspc.create(name, mspc.schema.parse(settings), { log });
};

export interface MspcGateway {
  readonly simulator: Simulator;
  readonly backend: Backend;
  run(source: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** Methods that the panel was asked since the last time this was asked, in their order. */
  takeCalls(): string[];
  close(): Promise<void>;
}

/** The graph on top of a simulated MSPControl in this process. */
export async function startMspcGateway(
  options: MspcSimulatorOptions = {},
  settings: Readonly<Record<string, unknown>> = {},
): Promise<MspcGateway> {
  const simulator = await createMspcSimulator(options);
  const backend = createMspcBackend({ ...simulator.configuration, ...settings });
  // A panel that starts anew gives its numbers anew.
  const ledger = createLedger();
  let taken = 0;
  return {
    simulator,
    backend,
    run: (source, variables) => runOperation([backend], source, variables, LOCAL_PRINCIPAL, ledger),
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
