/**
 * How a read was answered:
 * - `hit`: from the cache;
 * - `shared`: by a call that was under way for somebody else;
 * - `miss`: by the panel;
 * - `error`: by the panel, since the cache could not be asked.
 */
export type Lookup = 'hit' | 'shared' | 'miss' | 'error';

/** Told of each read that could be answered from the cache. Must not throw. */
export interface CacheObserver {
  onLookup(backend: string, lookup: Lookup): void;
}

export const NO_OBSERVER: CacheObserver = { onLookup: () => undefined };
