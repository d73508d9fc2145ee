import type { Shape } from '../../operation/shape.js';
import { decodeFewDigits } from '../decode-scalar.js';
import { isInt32 } from '../integer-range.js';
import { toIsoDateTime } from './date-time.js';

/** Text without blanks around it, and never empty, in; `undefined` out for what does not fit the kind. */
export type ScalarReader = (text: string) => unknown;

/** Digits in groups of three, as balances have them, or without groups. */
const WHOLE = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)$/;
const DECIMAL = /^([+-]?)(\d*|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;
const DOUBLE = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** More digits than any number of the service has: reading time grows with the square of them. */
const MAX_DIGITS = 40;

const TRUE = new Set(['true', '1', 'yes', 'enabled', 'locked', 'on']);
const FALSE = new Set(['false', '0', 'no', 'disabled', 'not locked', 'unlocked', 'off']);
/** What stands where a question does not apply. */
const NEITHER = new Set(['na', 'n/a']);

function readInt64(text: string): bigint | undefined {
  const few = decodeFewDigits(text);
  if (few !== -1) return BigInt(few);
  if (text.length > MAX_DIGITS || !WHOLE.test(text)) return undefined;
  const value = BigInt(text.replaceAll(',', '').replace('+', ''));
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

function readInt(text: string): number | undefined {
  const few = decodeFewDigits(text);
  if (few !== -1) return few;
  const value = Number(readInt64(text) ?? Number.NaN);
  return isInt32(value) ? value : undefined;
}

/** Money: exactly the digits that were written, without what groups them. */
function readDecimal(text: string): string | undefined {
  const match = DECIMAL.exec(text);
  if (match === null || text.length > MAX_DIGITS) return undefined;
  const [, sign = '', grouped = '', fraction = ''] = match;
  if (grouped === '' && fraction === '') return undefined;
  const whole = grouped.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function readBoolean(text: string): boolean | null | undefined {
  const word = text.toLowerCase().replace(/\s+/g, ' ');
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  return NEITHER.has(word) ? null : undefined;
}

interface ScalarKind {
  readonly read: ScalarReader;
  /** What is said of a text that does not fit. */
  readonly problem: string;
}

/**
 * By the kind of the shape; kinds that the service has no form of are missing.
 *
 * @see toIsoDateTime for dates
 */
export const SCALAR_KINDS: Partial<Record<Shape['kind'], ScalarKind>> = {
  string: { read: (text) => text, problem: 'not a text' },
  int: { read: readInt, problem: 'not a 32-bit integer' },
  int64: { read: readInt64, problem: 'not a 64-bit integer' },
  double: { read: (text) => (DOUBLE.test(text) ? Number(text) : undefined), problem: 'not a number' },
  decimal: { read: readDecimal, problem: 'not a decimal number' },
  boolean: { read: readBoolean, problem: 'not a boolean' },
  dateTime: { read: toIsoDateTime, problem: 'not a date' },
};
