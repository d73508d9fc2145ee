/**
 * Our word for a number of the panel, with the panel's own word beside it; `OTHER` for a number of no document.
 *
 * @param word - what the panel says by name; counts where it leaves the number out
 */
export function named<T extends string>(
  words: ReadonlyMap<number, readonly [ours: T, theirs: string]>,
  id: number | null,
  word: string | null = null,
): { readonly value: T | 'OTHER' | null; readonly native: string | null } {
  if (id === null) {
    if (filled(word) === null) return { value: null, native: null };
    const [value] = [...words.values()].find(([, theirs]) => theirs === word) ?? ['OTHER' as const];
    return { value, native: word };
  }
  const [value, native] = words.get(id) ?? ['OTHER' as const, String(id)];
  return { value, native };
}

/** The panel's ids count from 1; 0 says that there is none. */
export const idText = (id: number | null): string | null => (id === null || id === 0 ? null : String(id));

/** Forms save their empty fields. */
export const filled = (text: string | null): string | null => (text === '' ? null : text);
