import type { Members, StructShape } from './shape.js';

/**
 * Some members of a struct, as it describes them: for a reader who wants these, and whom no other member is to cost
 * the answer when it cannot be read.
 *
 * @returns a struct with these members, in the order of `shape`
 */
export function pick<M extends Members, K extends keyof M & string>(
  shape: StructShape<M>,
  names: readonly K[],
): StructShape<Pick<M, K>> {
  const wanted: ReadonlySet<string> = new Set(names);
  const members = Object.entries(shape.members).filter(([name]) => wanted.has(name));
  // `fromEntries` cannot express that each of the names is there.
  return { ...shape, members: Object.fromEntries(members) as unknown as Pick<M, K> };
}
