import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** What one line of `apt-packages.txt` says: these packages bring these programs and files. */
interface Provision {
  readonly proofs: readonly string[];
  readonly packages: readonly string[];
}

/**
 * Finds a program or file that a suite hosts its peer with. A suite without its peer has tested nothing,
 * so what is missing is a failure, never a skip.
 *
 * @param name - a program, looked for in `PATH`, or an absolute path; as `apt-packages.txt` writes it
 * @param searchPath - where programs are looked for
 * @returns the absolute path
 * @throws Error with the exact command that installs it
 */
export function requireBinary(name: string, searchPath = process.env.PATH ?? ''): string {
  const packages = readProvisions().find(({ proofs }) => proofs.includes(name))?.packages;
  if (packages === undefined) throw new Error(`${name} is not listed in test/peers/apt-packages.txt`);
  const found = isAbsolute(name)
    ? [name].find((path) => isUsable(path, constants.R_OK))
    : searchPath
        .split(delimiter)
        .filter(isAbsolute)
        .map((folder) => join(folder, name))
        .find((path) => isUsable(path, constants.X_OK));
  if (found !== undefined) return found;
  throw new Error(
    `${name} is missing. Install it with: apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  );
}

function readProvisions(): Provision[] {
  const text = readFileSync(new URL('../apt-packages.txt', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [proofs = '', packages = ''] = line.split(':');
      return { proofs: proofs.trim().split(/\s+/), packages: packages.trim().split(/\s+/) };
    });
}

function isUsable(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
