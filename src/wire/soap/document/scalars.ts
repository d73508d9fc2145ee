import type { Shape } from '../../../operation/shape.js';
import { decodeBase64, encodeBase64 } from '../../base64.js';
import { decodeBoolean, decodeInt, decodeInt64 } from '../../decode-scalar.js';
import { WireError } from '../../wire-error.js';
import { escapeText } from '../../xml/escape.js';
import { doubleText, readDouble } from '../double-text.js';
import { isDateTime, isWallClock } from './date-time.js';

/** How values of one kind are read from, and written as, the text of an element. */
export interface ScalarCodec {
  /** What a text is that `read` does not take: `not a 32-bit integer`. */
  readonly misfit: string;
  /** @returns `undefined` for what is no value of the kind */
  read(text: string): unknown;
  /** @returns `undefined` for what is no value of the kind */
  write(value: unknown): string | undefined;
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

const isInt32 = (value: unknown): value is number => typeof value === 'number' && (value | 0) === value;

function readDecimal(text: string): string | undefined {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? trimmed : undefined;
}

function readDateTime(text: string): string | undefined {
  const trimmed = text.trim();
  return isDateTime(trimmed) ? trimmed : undefined;
}

/**
 * The simple types of XML Schema that documents use. 32-bit integers come as numbers, wider ones as bigints, decimals
 * and dates as text.
 *
 * @see XML Schema Part 2: Datatypes, section 3.2 (lexical representations)
 */
const SCALARS: Readonly<Partial<Record<Shape['kind'], ScalarCodec>>> = {
  int: {
    misfit: 'not a 32-bit integer',
    read: decodeInt,
    write: (value) => (isInt32(value) ? String(value) : undefined),
  },
  int64: {
    misfit: 'not a 64-bit integer',
    read: decodeInt64,
    write: (value) =>
      typeof value === 'bigint' && BigInt.asIntN(64, value) === value ? String(value) : undefined,
  },
  double: {
    misfit: 'not a number',
    read: readDouble,
    write: (value) => (typeof value === 'number' ? doubleText(value) : undefined),
  },
  decimal: {
    misfit: 'not a decimal number',
    read: readDecimal,
    write: (value) => (typeof value === 'string' ? readDecimal(value) : undefined),
  },
  boolean: {
    misfit: 'not a boolean',
    read: decodeBoolean,
    write: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  },
  string: {
    misfit: 'not a string',
    read: (text) => text,
    write: (value) => (typeof value === 'string' ? escapeText(value) : undefined),
  },
  dateTime: {
    misfit: 'not a date and time',
    read: readDateTime,
    // One with a zone would be stored as if it had none, or shifted to the server's.
    write: (value) => (typeof value === 'string' && isWallClock(value) ? value : undefined),
  },
  bytes: {
    misfit: 'not base64',
    read: decodeBase64,
    write: (value) => (value instanceof Uint8Array ? encodeBase64(value) : undefined),
  },
};

/** @throws {@link WireError} for a kind that documents have no type for: a mistake in an operation */
export function scalarOf(kind: Shape['kind']): ScalarCodec {
  const codec = SCALARS[kind];
  if (codec === undefined) throw new WireError(`document/literal has no form for a value of kind ${kind}`);
  return codec;
}
