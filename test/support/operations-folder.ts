import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface OperationsFolder {
  readonly path: string;
  /** Absolute path of one of its files. */
  file(name: string): string;
  remove(): void;
}

/** A folder of its own with these files, by their names in it. */
export function operationsFolder(files: Readonly<Record<string, string>>): OperationsFolder {
  const path = mkdtempSync(join(tmpdir(), 'hostgraph-operations-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
