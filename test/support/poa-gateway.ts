import { randomBytes } from 'node:crypto';
import { type ExecutionResult, graphql } from 'graphql';
import { poa } from '../../adapters/poa/index.js';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { createContext } from '../../src/context.js';
import { createLog } from '../../src/log/index.js';
import { type Backend, LOCAL_PRINCIPAL, type Principal } from '../../src/model/index.js';
import { createPoaSimulator } from '../../src/sandbox/poa/server.js';
import type { Simulator } from '../../src/sandbox/simulator.js';
import { Ledger } from '../../src/writes/ledger.js';
import { createMemoryRecordStore } from './memory-record-store.js';

const schema = buildGatewaySchema();

/** A POA backend as a configuration would make it. */
export const createPoaBackend = (entry: Readonly<Record<string, unknown>>, name = 'poa'): Backend => {
  const { kind: _, ...settings } = entry;
  return poa.create(name, poa.schema.parse(settings), { log: createLog('silent') });
};

/** Keeps records for as long as somebody holds it. */
export const createLedger = (): Ledger =>
  new Ledger({ store: createMemoryRecordStore(), secret: randomBytes(32), leaseMs: 60_000 });

/** For as long as the test file runs. */
const sharedLedger = createLedger();

/** Executes one query as one request of its own; errors as objects, with what they came from. */
export async function executeOperation(
  backends: readonly Backend[],
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  principal: Principal = LOCAL_PRINCIPAL,
  ledger: Ledger = sharedLedger,
): Promise<ExecutionResult> {
  const { signal } = new AbortController();
  const contextValue = createContext({
    principal,
    requestId: 'test',
    sandbox: true,
    backends,
    signal,
    ledger,
  });
  return graphql({ schema, source, variableValues, contextValue });
}

/** The same, as it would arrive. */
export const runOperation = async (
  ...request: Parameters<typeof executeOperation>
): Promise<ExecutionResult> =>
  JSON.parse(JSON.stringify(await executeOperation(...request))) as ExecutionResult;

export interface PoaGateway {
  readonly simulator: Simulator;
  readonly backend: Backend;
  run(source: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** Methods that the panel was asked since the last time this was asked, in their order. */
  takeCalls(): string[];
  close(): Promise<void>;
}

/** The graph on top of a simulated POA in this process. */
export async function startPoaGateway(settings: Readonly<Record<string, unknown>> = {}): Promise<PoaGateway> {
  const simulator = await createPoaSimulator();
  const backend = createPoaBackend({ ...simulator.configuration, ...settings });
  let taken = 0;
  return {
    simulator,
    backend,
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
