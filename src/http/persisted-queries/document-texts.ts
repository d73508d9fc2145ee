import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
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
