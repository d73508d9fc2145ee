import type { OtherWrites, Snapshot } from '../model/index.js';

/** Members of a snapshot by which {@link isOurs} tells whether others have written since. Before the panel is read. */
export const beforeChange = async (
  others: OtherWrites,
  change: string,
): Promise<{ readonly change: string; readonly author: string | null }> => ({
  change,
  author: await others.author(change),
});

/**
 * Whether a change that the panel shows can be nobody's but the write's whose snapshot this is, as far as the records
 * know: to be asked after the panel was read.
 */
export async function isOurs(others: OtherWrites, { change, author }: Snapshot): Promise<boolean> {
  if (typeof change !== 'string') return false;
  return !(await others.contested(change)) && (await others.author(change)) === author;
}
