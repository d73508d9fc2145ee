import type { OtherWrites, Snapshot } from '../../../src/model/index.js';

/** Members of a snapshot by which `isOurs` tells whether others have written meanwhile. */
export const beforeChange = async (others: OtherWrites, change: string) => ({
  change,
  author: await others.author(change),
});

/**
 * Whether nobody else has changed, or may have changed, what a write changes, as far as the records know. To be asked
 * after the panel was read.
 */
export async function isOurs(others: OtherWrites, { change, author }: Snapshot): Promise<boolean> {
  const name = String(change);
  return !(await others.contested(name)) && (await others.author(name)) === author;
}
