import type { Storage } from '@graphiql/toolkit';

/**
 * What GraphiQL would keep in `localStorage`, for the life of the page only: its tabs hold API keys in
 * their headers, and its history holds other people's data.
 */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}
