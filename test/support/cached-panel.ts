import type { TtlByType } from '../../src/cache/cacheable.js';
import { cachedBackend } from '../../src/cache/cached-backend.js';
import { Generations } from '../../src/cache/generations.js';
import type { KeyValueStore } from '../../src/cache/key-value-store.js';
import { createMemoryStore } from '../../src/cache/memory-store.js';
import type { Lookup } from '../../src/cache/observer.js';
import { ReadCache } from '../../src/cache/read-cache.js';
import { TurnsToAsk } from '../../src/cache/turns-to-ask.js';
import { createLog } from '../../src/log/index.js';
import { type Backend, CallAborter, type CallScope, type PanelCall } from '../../src/model/index.js';
import type { AnyOperation } from '../../src/operation/operation.js';

export interface CachedPanel {
  readonly backend: Backend;
  /** What became of each read since the last time this was asked. */
  takeLookups(): Lookup[];
  close(): void;
}

export interface CachedPanelOptions {
  readonly store?: KeyValueStore;
  readonly ttlMs?: TtlByType;
  /** Whether other processes share the store. */
  readonly shared?: boolean;
  readonly panel?: string;
}

/** A backend as one process of the gateway has it. */
export function cachePanel(
  backend: Backend,
  {
    store = createMemoryStore(2 ** 20),
    ttlMs = { Account: 60_000, Domain: 60_000 },
    shared = false,
    panel = 'the panel',
  }: CachedPanelOptions = {},
): CachedPanel {
  const generations = new Generations(store, createLog('silent'));
  let lookups: Lookup[] = [];
  return {
    backend: cachedBackend(backend, {
      cache: new ReadCache({ store, generations, secret: Buffer.alloc(32, 7), ttlMs }),
      generations,
      turns: shared ? new TurnsToAsk(store) : null,
      observer: { onLookup: (_, lookup) => lookups.push(lookup) },
      panel,
    }),
    takeLookups() {
      const taken = lookups;
      lookups = [];
      return taken;
    },
    close: () => generations.close(),
  };
}

export const scopeOf = (rest: Partial<CallScope> = {}): CallScope => ({
  credentials: null,
  signal: new CallAborter(),
  ...rest,
});

export const callOf = (called: AnyOperation, params: PanelCall['params'] = {}): PanelCall => ({
  operation: called,
  params,
});
