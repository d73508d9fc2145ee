import { randomBytes } from 'node:crypto';
import { type ExecutionResult, graphql } from 'graphql';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { createContext } from '../../src/context.js';
import { type Backend, CallAborter, LOCAL_PRINCIPAL } from '../../src/model/index.js';
import { Ledger } from '../../src/writes/ledger.js';
import type { WriteRecord } from '../../src/writes/write-record.js';
import { createMemoryRecordStore } from './memory-record-store.js';

const LEASE_MS = 60_000;
const schema = buildGatewaySchema();

/** The graph over backends, with records that a test can read and a clock that it can set. */
export interface RecordedWrites {
  run(source: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
  /** All that is kept of all writes, as text. */
  recordsText(): string;
  stateOf(key: string): string | undefined;
  /** Lets so much time pass that no panel can be at anything any more. */
  outlastLeases(): void;
}

export function recordWrites(backends: readonly Backend[]): RecordedWrites {
  const records = new Map<string, WriteRecord>();
  let passed = 0;
  const now = () => Date.now() + passed;
  const ledger = new Ledger({
    store: createMemoryRecordStore({ now }, records),
    secret: randomBytes(32),
    leaseMs: LEASE_MS,
    now,
  });
  return {
    async run(source, variableValues = {}) {
      const contextValue = createContext({
        principal: LOCAL_PRINCIPAL,
        requestId: 'test',
        sandbox: true,
        backends,
        signal: new CallAborter(),
        ledger,
      });
      const result = await graphql({ schema, source, variableValues, contextValue });
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
    recordsText: () => JSON.stringify([...records]),
    stateOf: (key) => [...records.values()].find((record) => record.key === key)?.state,
    outlastLeases() {
      passed += 2 * LEASE_MS;
    },
  };
}
