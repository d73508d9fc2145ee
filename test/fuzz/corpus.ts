import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyOperation } from '../../src/operation/operation.js';
import { DECODERS, type DecoderName } from './decoders.js';

const CORPUS = fileURLToPath(new URL('./corpus', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

/** Answers of real servers that are kept for other tests, by the decoder that reads them. */
const RECORDED: Partial<Readonly<Record<DecoderName, string>>> = {
  document: join(FIXTURES, 'asmx'),
  encoded: join(FIXTURES, 'axis'),
};

/** An answer, and the operation that it answers. */
export interface Sample {
  readonly file: string;
  readonly operation: AnyOperation;
  readonly body: Buffer;
}

/**
 * The answers that mutation starts from: those in `corpus/<decoder>`, written by the simulators, and recorded ones.
 * Files are named after their method: `pem.getDomain.xml`, `GetUsers.rows.xml`. A fault is an answer to any method.
 */
export function seedsOf(name: DecoderName): readonly Sample[] {
  const recorded = RECORDED[name];
  return [...read(join(CORPUS, name), name), ...(recorded === undefined ? [] : read(recorded, name))];
}

/** Inputs that were once read wrongly, as they were found. */
export const foundOf = (name: DecoderName): readonly Sample[] => read(join(CORPUS, 'found', name), name);

/** Keeps an input that is read wrongly, for everybody. @returns its path */
export function keepFound(name: DecoderName, operation: AnyOperation, body: Buffer): string {
  const folder = join(CORPUS, 'found', name);
  mkdirSync(folder, { recursive: true });
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const file = join(folder, `${operation.method}.${digest}.xml`);
  writeFileSync(file, body);
  return file;
}

function read(folder: string, name: DecoderName): readonly Sample[] {
  if (!existsSync(folder)) return [];
  const { operations } = DECODERS[name];
  const methods = [...operations.keys()].sort((a, b) => b.length - a.length);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const method = methods.find((known) => file.startsWith(`${known}.`)) ?? methods[0] ?? '';
      const operation = operations.get(method);
      return operation === undefined ? [] : [{ file, operation, body: readFileSync(join(folder, file)) }];
    });
}
