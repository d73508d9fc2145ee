import type { ExecutionResult } from 'graphql';
import { graphql } from 'graphql';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { createContext } from '../../src/context.js';
import { LOCAL_PRINCIPAL } from '../../src/model/index.js';
import { Ledger } from '../../src/writes/ledger.js';
import { createLmdbRecordStore } from '../../src/writes/lmdb-record-store.js';
import type { WriteRecordStore } from '../../src/writes/write-record.js';
import { createPoaBackend } from './poa-gateway.js';

export interface KeptWritesOptions {
  /** Where records are kept; processes share it. */
  readonly folder: string;
  /** What a configuration has under `backends` for a POA. */
  readonly entry: Readonly<Record<string, unknown>>;
  readonly leaseMs: number;
  readonly now?: () => number;
  /** Puts something between the ledger and its store. */
  readonly around?: (store: WriteRecordStore) => WriteRecordStore;
}

export interface KeptWrites {
  run(source: string): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** The graph over one POA as one process of the gateway has it, with records on the disk. */
export function openKeptWrites({ folder, entry, leaseMs, now, around }: KeptWritesOptions): KeptWrites {
  const schema = buildGatewaySchema();
  const backend = createPoaBackend(entry);
  const store = createLmdbRecordStore(folder, { retentionMs: Number.MAX_SAFE_INTEGER });
  const ledger = new Ledger({
    store: around?.(store) ?? store,
    // The same in all processes.
    secret: Buffer.alloc(32, 7),
    leaseMs,
    ...(now === undefined ? {} : { now }),
  });
  return {
    async run(source) {
      const { signal } = new AbortController();
      const contextValue = createContext({
        principal: LOCAL_PRINCIPAL,
        requestId: 'test',
        sandbox: true,
        backends: [backend],
        signal,
        ledger,
      });
      return JSON.parse(JSON.stringify(await graphql({ schema, source, contextValue }))) as ExecutionResult;
    },
    async close() {
      await backend.close();
      await ledger.close();
      await store.close();
    },
  };
}
