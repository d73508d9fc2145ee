import { createHash } from 'node:crypto';

/** Members of a record by the panel's names. */
export type Values = Readonly<Record<string, unknown>>;

const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;
const DECIMAL = /^-?\d+\.\d+$/;

/**
 * A value as two answers can be compared: an empty text is as good as none, prices come with zeros at their end, and
 * databases round what is less than a second.
 */
function comparable(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return value;
  if (WALL_CLOCK.test(value)) return value.slice(0, 19);
  return DECIMAL.test(value) ? value.replace(/\.?0+$/, '') : value.trim();
}

const textOf = (value: unknown): string => JSON.stringify(comparable(value));

/** Which of the members differ between two records. */
export const differing = (names: readonly string[], a: Values, b: Values): readonly string[] =>
  names.filter((name) => textOf(a[name]) !== textOf(b[name]));

/** Tells whether two records say the same, in place of what they say: it may be a person's address. */
export const fingerprint = (names: readonly string[], values: Values): string =>
  createHash('sha256')
    .update(names.map((name) => JSON.stringify([name, textOf(values[name])])).join('\n'))
    .digest('base64url');
