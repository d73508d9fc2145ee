/**
 * Short-lived texts by name, on a Redis that processes share or in the memory of one. All of it may be lost at any time,
 * and nothing is kept for longer than it says. Every method rejects when the store cannot be asked now; whoever asks
 * takes that for a miss.
 */
export interface KeyValueStore {
  /** @returns one value a key, in their order; `undefined` for a miss */
  get(keys: readonly string[]): Promise<ReadonlyArray<string | undefined>>;
  /** Keeps a value in place of what was there. One over {@link MAX_VALUE_LENGTH} is not kept, nor is what was there. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /**
   * Keeps a value where there is none.
   *
   * @returns what is there afterwards: `value`, or what was there before
   */
  add(key: string, value: string, ttlMs: number): Promise<string>;
  delete(key: string): Promise<void>;
  /** Deletes a value, unless another one has taken its place. */
  remove(key: string, value: string): Promise<void>;
}

/** In UTF-16 units. Reading larger ones back takes about as long as asking a panel again, and crowds out many others. */
export const MAX_VALUE_LENGTH = 2 ** 20;
