import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;
const FILE = 'idempotency.secret';

/**
 * The secret of a folder. It is made once, by whichever process comes first, and is readable to its user alone.
 *
 * @throws Error when what is there is no such secret: with another one, no record could tell its input again
 */
export function readOrMakeSecret(folder: string): Uint8Array {
  const path = join(folder, FILE);
  const there = read(path);
  if (there !== null) return there;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Of a name that nobody else has: a file that is linked must not be written any more, by whomever.
  const draft = `${path}.${randomUUID()}`;
  try {
    writeNew(draft, randomBytes(BYTES).toString('hex'));
    // Fails where there is one by now, and never shows a half-written one.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = read(path);
  if (made === null) throw new Error(`${path} cannot be read back.`);
  return made;
}

function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function read(path: string): Uint8Array | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${path} does not hold ${BYTES} bytes in hexadecimal.`);
  return Buffer.from(text, 'hex');
}
