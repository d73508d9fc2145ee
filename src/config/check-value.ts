import type { z } from 'zod';
import { ConfigError, type Problem } from './config-error.js';
import { toProblems } from './problems.js';
import { type ReferenceOptions, resolveReferences } from './resolve-references.js';

/** A value that was checked, and what is wrong with it. */
export interface Checked<T> {
  /** With its references resolved, whether sound or not. */
  readonly value: unknown;
  /** The caller may add what it finds. */
  readonly problems: Problem[];
  /** @throws {@link ConfigError} if there is any problem */
  orThrow(): T;
}

/** Resolves the references in a value and holds it against a schema. */
export function checkValue<Schema extends z.ZodType>(
  raw: unknown,
  schema: Schema,
  options: ReferenceOptions,
): Checked<z.output<Schema>> {
  const { value, problems } = resolveReferences(raw, schema, options);
  const unresolved = new Set(problems.map(({ path }) => path));
  const parsed = schema.safeParse(value);
  const issues = toProblems(parsed.error?.issues ?? [], schema, value);
  problems.push(...issues.filter(({ path }) => !unresolved.has(path)));
  return {
    value,
    problems,
    orThrow() {
      if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
      return parsed.data;
    },
  };
}
