/** Our word for a panel's, with the panel's beside it; `OTHER` for a word that no document names. */
export function named<T extends string>(
  table: Readonly<Record<string | number, T>>,
  word: string | number | null,
): { readonly value: T | 'OTHER' | null; readonly native: string | null } {
  return word === null
    ? { value: null, native: null }
    : { value: Object.hasOwn(table, word) ? (table[word] ?? 'OTHER') : 'OTHER', native: String(word) };
}

export const idText = (id: number | null): string | null => (id === null ? null : String(id));

/** -1 marks a root. */
export const parentOf = (parentId: number | null): number | null =>
  parentId === null || parentId < 0 ? null : parentId;
