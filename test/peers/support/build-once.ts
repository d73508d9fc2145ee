import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Builds a peer's program, or finds the one built before from the same sources by the same recipe.
 *
 * @param sources - folder whose files, at any depth, decide together with `recipe` which build it is
 * @param recipe - what else decides: compiler options, versions
 * @param build - fills an empty folder; what it throws is passed on, and nothing is kept
 * @returns the folder of the finished build, shared with other processes: never write into it
 */
export function buildOnce(sources: string, recipe: string, build: (folder: string) => void): string {
  const cache = join(tmpdir(), `hostgraph-peers-${userInfo().uid}`);
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  // Programs are run from here: in a shared temporary folder the name alone proves nothing.
  if (statSync(cache).uid !== userInfo().uid) throw new Error(`${cache} belongs to somebody else`);
  const folder = join(cache, fingerprint(sources, recipe));
  if (isThere(folder)) return folder;
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    build(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have finished the same build first, and then its folder is in the way.
    if (!isThere(folder)) throw error;
  }
  return folder;
}

function fingerprint(sources: string, recipe: string): string {
  const hash = createHash('sha256').update(recipe);
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names.filter((name) => statSync(join(sources, name)).isFile())) {
    hash.update(`\0${name}\0`).update(readFileSync(join(sources, name)));
  }
  return hash.digest('hex').slice(0, 24);
}

function isThere(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false }) !== undefined;
}
