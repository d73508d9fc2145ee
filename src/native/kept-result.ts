import type { Fact } from '../model/index.js';
import type { Members, Shape, StructShape } from '../operation/shape.js';

/** Longer texts are no ids, and longer results are none that a record is for. */
const MAX_TEXT = 128;
const MAX_RESULT = 4_096;

/**
 * What a record keeps of a write's result, so that a replay can tell it: numbers, truth values, dates, and texts that
 * are keys or ids. Never a secret, and no other text: a record holds no answer.
 *
 * @returns `undefined` where nothing is kept
 */
export function keepResult(shape: Shape | null, result: unknown): Fact | undefined {
  const kept = shape === null ? undefined : keep(shape, result, '');
  return kept !== undefined && JSON.stringify(kept).length <= MAX_RESULT ? kept : undefined;
}

function keep(shape: Shape, value: unknown, name: string): Fact | undefined {
  if (shape.secret === true || value === null || value === undefined || value instanceof Error)
    return undefined;
  switch (shape.kind) {
    case 'int':
    case 'double':
    case 'boolean':
      return typeof value === 'boolean' || Number.isFinite(value) ? (value as boolean | number) : undefined;
    case 'int64':
    case 'decimal':
    case 'dateTime':
      return String(value).slice(0, MAX_TEXT);
    case 'string':
      return isIdentity(shape, name) && typeof value === 'string' && value.length <= MAX_TEXT
        ? value
        : undefined;
    case 'array':
      return Array.isArray(value)
        ? value.map((item: unknown) => keep(shape.of as Shape, item, name) ?? null)
        : undefined;
    case 'struct':
      return keepMembers(shape, value);
    default:
      return undefined;
  }
}

const isIdentity = (shape: Shape, name: string): boolean => 'key' in shape || /id$/i.test(name);

function keepMembers({ members }: StructShape, value: unknown): Fact {
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries<Members[string]>(members).flatMap(([name, shape]) => {
      const kept = keep(shape, record[name], name);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

/** A result as its shape has it, of what was kept; what was not is `null`. */
export function restoreResult(shape: Shape | null, kept: unknown): unknown {
  if (shape === null || kept === null || kept === undefined) return null;
  switch (shape.kind) {
    case 'int64':
      return BigInt(String(kept));
    case 'array':
      return Array.isArray(kept) ? kept.map((item: unknown) => restoreResult(shape.of as Shape, item)) : [];
    case 'struct': {
      const record = kept as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        Object.entries<Members[string]>(shape.members).map(([name, inner]) => [
          name,
          restoreResult(inner, record[name]),
        ]),
      );
    }
    default:
      return kept;
  }
}
