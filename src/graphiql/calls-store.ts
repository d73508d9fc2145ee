import type { TracedCall } from './traced-call.js';

/** What the last request asked of the panels, for whoever draws it; `null`: the gateway did not tell. */
export interface CallsStore {
  get(): readonly TracedCall[] | null;
  set(calls: readonly TracedCall[] | null): void;
  /** @returns ends it */
  subscribe(listener: () => void): () => void;
}

export function createCallsStore(): CallsStore {
  let current: readonly TracedCall[] | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(calls) {
      current = calls;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
