import { readFileSync } from 'node:fs';

/** From the sources, and from what is built of them. */
const PLACES = ['../package.json', '../../package.json'];

/** The version of the package that this program is of; `null` where it stands alone. */
export function packageVersion(): string | null {
  for (const place of PLACES) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as {
        readonly name?: unknown;
        readonly version?: unknown;
      };
      if (name === 'hostgraph' && typeof version === 'string') return version;
    } catch {
      // The other place may have it.
    }
  }
  return null;
}
