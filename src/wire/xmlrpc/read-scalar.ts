import { decodeBoolean, decodeDouble, decodeInt, decodeInt64 } from '../decode-scalar.js';
import { isInt32 } from '../integer-range.js';
import { Misfit } from '../misfit.js';
import { XmlRpcDateTime } from './date-time.js';
import { decimalText } from './decimal-text.js';
import type { XmlRpcValue } from './value.js';

/** Reads a value of one kind as generously as it can be done without a guess. */
export type ScalarReader = (value: XmlRpcValue) => unknown;

const DECIMAL = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;

/** @param read - gives `undefined` for what does not fit */
const orMisfit =
  (problem: string, read: ScalarReader): ScalarReader =>
  (value) => {
    const output = read(value);
    if (output === undefined) throw new Misfit(problem);
    return output;
  };

function readInt(value: XmlRpcValue): number | undefined {
  if (typeof value === 'number') return isInt32(value) ? value : undefined;
  if (typeof value === 'string') return decodeInt(value);
  return typeof value === 'bigint' && isInt32(Number(value)) ? Number(value) : undefined;
}

function readInt64(value: XmlRpcValue): bigint | undefined {
  if (typeof value === 'string') return decodeInt64(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  return typeof value === 'bigint' ? value : undefined;
}

function readDouble(value: XmlRpcValue): number | undefined {
  if (typeof value === 'string') return decodeDouble(value);
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : undefined;
}

function readDecimal(value: XmlRpcValue): string | undefined {
  const text = readString(value)?.trim();
  return text !== undefined && DECIMAL.test(text) ? text : undefined;
}

function readBoolean(value: XmlRpcValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' || typeof value === 'number' ? decodeBoolean(String(value)) : undefined;
}

function readString(value: XmlRpcValue): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimalText(value);
  return typeof value === 'bigint' ? String(value) : undefined;
}

function readDateTime(value: XmlRpcValue): string | undefined {
  return typeof value === 'string' || value instanceof XmlRpcDateTime ? String(value) : undefined;
}

const readBytes = (value: XmlRpcValue): Uint8Array | undefined =>
  value instanceof Uint8Array ? value : undefined;

/** By the kind of the shape; each throws {@link Misfit} for what it cannot read. */
export const SCALAR_READERS = {
  int: orMisfit('not a 32-bit integer', readInt),
  int64: orMisfit('not a 64-bit integer', readInt64),
  double: orMisfit('not a number', readDouble),
  decimal: orMisfit('not a decimal number', readDecimal),
  boolean: orMisfit('not a boolean', readBoolean),
  string: orMisfit('not a string', readString),
  dateTime: orMisfit('not a date and time', readDateTime),
  bytes: orMisfit('not bytes', readBytes),
} as const;
