import { createHash } from 'node:crypto';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { KeyValueStore } from './key-value-store.js';
import { createMemoryStore } from './memory-store.js';

/** Texts that are in use are registered again within a moment, so a week without a use or a restart ends them. */
const TTL_MS = 7 * 24 * 60 * 60_000;
/** Documents within the gateway's limits are far smaller. What callers can make it keep must not fill a server. */
const MAX_TEXT_LENGTH = 64 * 1_024;
const FRONT_BYTES = 8 * 2 ** 20;
/** Apollo Server puts it before each hash. */
const PREFIX = 'apq:';
const KEY = /^apq:[0-9a-f]{64}$/;

export interface ApqStoreOptions {
  /** Shared by all processes; `null`: each process knows what was registered with it. */
  readonly shared: KeyValueStore | null;
  readonly front?: KeyValueStore;
}

/**
 * Texts of automatically persisted queries by the SHA-256 of each, as Apollo Server asks for them. What this process has
 * seen is in its memory; what another one was told is in the shared store, and is a miss while that does not answer: the
 * client then sends the text again. A text is neither kept nor answered under a hash that is not its own, so that nobody
 * who can write to the shared store can have another operation run than the client asked for.
 */
export function createApqStore({
  shared,
  front = createMemoryStore(FRONT_BYTES),
}: ApqStoreOptions): KeyValueCache<string> {
  async function fromShared(key: string): Promise<string | undefined> {
    const [text] = (await shared?.get([key]).catch(() => [])) ?? [];
    if (text === undefined || !isHashOf(key, text)) return undefined;
    await front.set(key, text, TTL_MS);
    return text;
  }

  return {
    async get(hash) {
      const key = keyOf(hash);
      // Whatever a client calls a hash must not become a name in the store.
      if (!KEY.test(key)) return undefined;
      const [text] = await front.get([key]);
      return text ?? fromShared(key);
    },
    async set(hash, text, { ttl } = {}) {
      const key = keyOf(hash);
      if (text.length > MAX_TEXT_LENGTH || !isHashOf(key, text)) return;
      const ttlMs = Math.min(TTL_MS, Math.max(1, Math.round((ttl ?? Number.POSITIVE_INFINITY) * 1_000)));
      await front.set(key, text, ttlMs);
      await shared?.set(key, text, ttlMs).catch(() => undefined);
    },
    async delete(hash) {
      const key = keyOf(hash);
      await front.delete(key);
      await shared?.delete(key).catch(() => undefined);
    },
  };
}

const keyOf = (hash: string): string => (hash.startsWith(PREFIX) ? hash : `${PREFIX}${hash}`);

const isHashOf = (key: string, text: string): boolean =>
  key === `${PREFIX}${createHash('sha256').update(text).digest('hex')}`;
