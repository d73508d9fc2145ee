import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { z } from 'zod';
import type { Problem } from './config-error.js';
import { toPath } from './problems.js';
import { isMap, memberSchema, sectionOf, unwrap } from './schema-walk.js';
import { isPath, isSecret } from './setting.js';

export interface ReferenceOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What relative paths start from. */
  readonly folder: string;
}

interface Reading extends ReferenceOptions {
  readonly problems: Problem[];
}

const VARIABLE = /\$(\$\{)|\$\{([A-Za-z_][A-Za-z0-9_]*)\}|(\$\{)/g;
const MAX_SECRET_FILE_BYTES = 64 * 1024;

/**
 * Puts in what the file only refers to: `${VARIABLE}` in any string (`$${` stands for `${` itself), the content of
 * `<key>File` for the secret `<key>`, absolute paths for relative ones. Works on the value that YAML gave, so
 * nothing that a variable or a file holds can become syntax.
 */
export function resolveReferences(
  value: unknown,
  schema: z.core.$ZodType,
  options: ReferenceOptions,
): { value: unknown; problems: Problem[] } {
  const reading: Reading = { ...options, problems: [] };
  return { value: visit(value, schema, [], reading), problems: reading.problems };
}

function visit(
  value: unknown,
  schema: z.core.$ZodType | undefined,
  path: readonly PropertyKey[],
  reading: Reading,
): unknown {
  if (typeof value === 'string') return visitText(value, schema, path, reading);
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      visit(item, memberSchema(schema, index, value), [...path, index], reading),
    );
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => [
    key,
    visit(member, memberSchema(schema, key, value), [...path, key], reading),
  ]);
  return readSecretFiles(Object.fromEntries(entries), sectionOf(schema, value), path, reading);
}

function visitText(
  text: string,
  schema: z.core.$ZodType | undefined,
  path: readonly PropertyKey[],
  { env, folder, problems }: Reading,
): string {
  const resolved = text.replace(VARIABLE, (_match, escaped, name: string | undefined) => {
    if (escaped !== undefined) return '${';
    const found = name !== undefined && Object.hasOwn(env, name) ? env[name] : undefined;
    if (found !== undefined) return found;
    problems.push({
      path: toPath(path),
      message:
        name === undefined
          ? // biome-ignore lint/suspicious/noTemplateCurlyInString: what the file has to say, literally
            'has a ${ that begins no ${VARIABLE}; write $${ for these characters themselves'
          : `needs the environment variable ${name}, which is not set`,
    });
    return '';
  });
  const isFile = schema !== undefined && isPath(unwrap(schema));
  return isFile && resolved !== '' && !isAbsolute(resolved) ? resolve(folder, resolved) : resolved;
}

function readSecretFiles(
  value: Record<string, unknown>,
  section: z.ZodObject | undefined,
  path: readonly PropertyKey[],
  { folder, problems }: Reading,
): Record<string, unknown> {
  const secretKeys = Object.entries(section?.shape ?? {})
    .filter(([, schema]) => isSecret(unwrap(schema)))
    .map(([key]) => key);
  const result = { ...value };
  for (const key of secretKeys) {
    const fileKey = `${key}File`;
    if (!Object.hasOwn(value, fileKey)) continue;
    const file = value[fileKey];
    delete result[fileKey];
    const complain = (message: string) => {
      problems.push({ path: toPath([...path, fileKey]), message });
      // Stands in for what could not be had, so that its absence is not a second problem.
      result[key] ??= '-';
    };
    if (Object.hasOwn(value, key)) complain(`stands beside ${key}; give one of them`);
    else if (typeof file !== 'string' || file === '') complain('must be the path of a file');
    else readSecret(resolve(folder, file), complain, (content) => Object.assign(result, { [key]: content }));
  }
  return result;
}

function readSecret(
  file: string,
  complain: (message: string) => void,
  found: (content: string) => void,
): void {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch (error) {
    complain(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    return;
  }
  if (content.length > MAX_SECRET_FILE_BYTES) {
    complain(`holds more than ${MAX_SECRET_FILE_BYTES} bytes`);
    return;
  }
  const text = content.toString('utf8').replace(/\r?\n$/, '');
  if (text === '') complain('is an empty file');
  else found(text);
}
