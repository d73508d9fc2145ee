import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A text with operations in it. */
export interface OperationFile {
  readonly path: string;
  readonly text: string;
}

/** Where the operations that come with the gateway are, beside the sources as beside what is built of them. */
export const SHIPPED_OPERATIONS = fileURLToPath(new URL('../../schema/operations', import.meta.url));

/**
 * Reads every `.graphql` file of a folder and of those in it, in the order of their names.
 *
 * @throws the file system's error
 */
export function readOperationFiles(folder: string): OperationFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
