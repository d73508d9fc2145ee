import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { DocumentNode } from 'graphql';
import type { PersistedMode } from '../../config/index.js';
import type { OperationRegistry } from '../../persisted/index.js';

/** Apollo Server puts it before each hash. */
const PREFIX = 'apq:';

/**
 * Where Apollo Server finds texts by their ids: known operations first, then what clients have registered.
 *
 * @param registered - `undefined`: clients cannot register any
 * @returns `undefined` where documents have no ids
 */
export function documentTexts(
  mode: PersistedMode,
  registry: OperationRegistry,
  registered: KeyValueCache<string> | undefined,
): KeyValueCache<string> | undefined {
  if (mode === 'off') return undefined;
  // Where only known operations are carried out nothing gets to be known by being asked for.
  const others = mode === 'only' ? undefined : registered;
  const find = (key: string) => registry.find(key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key)?.text;
  return {
    get: async (key) => find(key) ?? others?.get(key),
    set: async (key, text, options) => {
      if (find(key) === undefined) await others?.set(key, text, options);
    },
    delete: async (key) => others?.delete(key),
  };
}

/**
 * Where Apollo Server finds documents that it need not read again: known operations, read and validated at the start,
 * and those that it has read lately.
 */
export function documentStore(registry: OperationRegistry): KeyValueCache<DocumentNode> {
  const recent = new InMemoryLRUCache<DocumentNode>();
  // A hash of the schema stands before the id.
  const find = (key: string) => registry.find(key.slice(key.indexOf(':') + 1))?.document;
  return {
    get: (key) => {
      const known = find(key);
      return known === undefined ? recent.get(key) : Promise.resolve(known);
    },
    set: (key, document) => recent.set(key, document),
    delete: (key) => recent.delete(key),
  };
}
