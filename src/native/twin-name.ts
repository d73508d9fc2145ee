import type { Members, Shape } from '../operation/shape.js';

/**
 * The other name that a panel's documents have for a member: of a `twin` that of its other form, the clamped 32-bit
 * integer or the 64-bit one, whose name ends in `64`. Here both are the one number.
 */
export const twinName = (name: string, shape: Shape): string | undefined =>
  shape.kind === 'int64' && shape.twin === true
    ? isWide(name)
      ? name.slice(0, -'64'.length)
      : `${name}64`
    : undefined;

/** Whether a name is that of a 64-bit form, should the member have two. */
export const isWide = (name: string): boolean => name.endsWith('64');

/** Members by the other names that they have. */
export function membersByTwin(members: Members): ReadonlyMap<string, string> {
  const byTwin = new Map<string, string>();
  for (const [name, member] of Object.entries<Members[string]>(members)) {
    const twin = twinName(name, member);
    if (twin !== undefined) byTwin.set(twin, name);
  }
  return byTwin;
}

/** What documents say of the two: where both are given, the 64-bit form counts. */
export const twinNote = (other: string): string =>
  `One number with \`${other}\`; of the two, the one that ends in 64 counts.`;
