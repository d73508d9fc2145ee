import { readFileSync, writeFileSync } from 'node:fs';
import { ImportError, type ImportResult, importDescriptors } from '../import/index.js';
import { packageVersion } from '../package-version.js';
import type { ImportCommand } from './import-arguments.js';
import { UsageError } from './usage-error.js';

/** What to print where, and whether there is a descriptor file. */
export interface ImportOutcome {
  readonly output: string;
  readonly report: string;
  readonly isDone: boolean;
}

/**
 * Imports what the command names, and writes the file that it names.
 *
 * @param env - holds the password
 * @throws {@link UsageError} if what the command names is not there
 */
export async function runImport(
  command: ImportCommand,
  env: Readonly<Record<string, string | undefined>>,
  now = new Date(),
): Promise<ImportOutcome> {
  const login = loginOf(command, env);
  const ca = command.ca === null ? null : readCa(command.ca);
  try {
    const result = await importDescriptors(command.address, {
      ...command,
      login,
      ca,
      now,
      version: packageVersion(),
    });
    if (command.out !== null) write(command.out, result.text, command.force);
    return {
      output: command.out === null ? result.text : '',
      report: reportOf(result, command.out),
      isDone: true,
    };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { output: '', report: `${error.message}\n`, isDone: false };
  }
}

function loginOf({ login }: ImportCommand, env: Readonly<Record<string, string | undefined>>) {
  if (login === null) return null;
  const password = env[login.passwordVariable];
  if (password === undefined)
    throw new UsageError(`The environment variable ${login.passwordVariable} is not set.`);
  return { user: login.user, password };
}

function readCa(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

/** A file that was reviewed is not to be lost to a second import. */
function write(file: string, text: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new ImportError(`${file} is there already; --force writes over it.`);
    throw new ImportError(`${file} cannot be written (${code ?? 'unknown'}).`);
  }
}

function reportOf({ methods, skipped, notes }: ImportResult, out: string | null): string {
  const listed = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const count = `${methods} methods${out === null ? '' : ` in ${out}`}, ${skipped.length} left out.\n`;
  return `${count}${listed('Left out:', skipped)}${listed('To know:', notes)}`;
}
