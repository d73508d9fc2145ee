import type { Backend, CallScope, PanelCall } from '../model/index.js';
import { CachedReads, type CachedReadsOptions } from './cached-reads.js';
import type { Generations } from './generations.js';
import { changedKeys } from './touched-keys.js';

export interface CachedBackendOptions extends Omit<CachedReadsOptions, 'name' | 'callAll'> {
  readonly generations: Generations;
  /** Names the panel behind the backend: the same for two logins of one panel. */
  readonly panel: string;
}

/**
 * A backend whose reads may be answered from the cache, and whose every write, whoever sends it, ends the generations of
 * what it may change: before it is sent, so that an answer on its way is of the past, and again when it is over, however
 * it ended, since what was read meanwhile may be of either time.
 */
export function cachedBackend(
  backend: Backend,
  { generations, panel, ...options }: CachedBackendOptions,
): Backend {
  const reads = new CachedReads({
    ...options,
    name: { backend: backend.name, panel },
    callAll: (calls, scope) => backend.callAll(calls, scope),
  });
  const sendWrite = backend.send?.bind(backend);

  async function endGenerations(keys: readonly string[]): Promise<void> {
    reads.noteWrite();
    await generations.end(panel, keys);
  }

  async function around<T>(keys: readonly string[], write: () => Promise<T>): Promise<T> {
    await endGenerations(keys);
    try {
      return await write();
    } finally {
      await endGenerations(keys);
    }
  }

  async function send(call: PanelCall, scope: CallScope): Promise<unknown> {
    if (sendWrite === undefined) throw new Error(`${backend.kind} has no way to send writes.`);
    return around(changedKeys(panel, call), () => sendWrite(call, scope));
  }

  /** Reads, and what is sent like them though it is none, as the beginning of a transaction. */
  async function callAll(calls: readonly PanelCall[], scope: CallScope): Promise<ReadonlyArray<unknown>> {
    const changing = calls.filter(({ operation }) => operation.effect !== 'read');
    if (changing.length === 0) return reads.callAll(calls, scope);
    const keys = changing.flatMap((call) => changedKeys(panel, call));
    return around([...new Set(keys)], () => backend.callAll(calls, scope));
  }

  // On top of the backend, so that whatever else it has, and whatever changes with time, is its own.
  const layer = { callAll, ...(sendWrite === undefined ? {} : { send }) };
  return Object.setPrototypeOf(layer, backend) as Backend;
}
