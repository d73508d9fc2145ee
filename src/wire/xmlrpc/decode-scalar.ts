import { XmlRpcDateTime } from './date-time.js';
import type { XmlRpcValue } from './value.js';

/** Reads the text of one element; `undefined` if it is no value of the element's type. */
export type ScalarDecoder = (text: string) => XmlRpcValue | undefined;

const INTEGER = /^[+-]?[0-9]+$/;
// Each digit can be matched in one way only, so a megabyte of them is refused in one pass.
const DOUBLE = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const NO_BASE64_DIGIT = /[^A-Za-z0-9+/]/;
const BASE64_PADDINGS = new Set(['', '=', '==']);

/** Digits of the largest 64-bit integer: a longer number is refused before it is converted. */
const MAX_INT64_DIGITS = 19;

/** @returns the number that up to nine bare digits write, or -1: most integers are that, and this is fast */
function decodeFewDigits(text: string): number {
  if (text.length === 0 || text.length > 9) return -1;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** @returns the 32-bit integer that `text` writes in decimal digits, or `undefined` */
export function decodeInt(text: string): number | undefined {
  const few = decodeFewDigits(text);
  return few === -1 ? decodeIntOfBits(32, text) : few;
}

function decodeIntOfBits(bits: 8 | 16 | 32, text: string): number | undefined {
  const trimmed = text.trim();
  if (!INTEGER.test(trimmed)) return undefined;
  const value = Number(trimmed);
  const bound = 2 ** (bits - 1);
  // Adding 0 turns -0 into 0.
  return value >= -bound && value < bound ? value + 0 : undefined;
}

/** @returns the 64-bit integer that `text` writes in decimal digits, or `undefined` */
export function decodeInt64(text: string): bigint | undefined {
  const trimmed = text.trim();
  if (!INTEGER.test(trimmed)) return undefined;
  const negative = trimmed.startsWith('-');
  const digits = trimmed.replace(/^[+-]?0*/, '');
  if (digits.length > MAX_INT64_DIGITS) return undefined;
  const value = negative ? -BigInt(digits) : BigInt(digits);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/** @returns the finite number that `text` writes in decimal digits, or `undefined` */
export function decodeDouble(text: string): number | undefined {
  const trimmed = text.trim();
  if (!DOUBLE.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** @returns the boolean that `text` stands for, or `undefined`; the words are what some peers write */
export function decodeBoolean(text: string): boolean | undefined {
  switch (text.trim()) {
    case '1':
    case 'true':
      return true;
    case '0':
    case 'false':
      return false;
    default:
      return undefined;
  }
}

function decodeBase64(text: string): Uint8Array | undefined {
  // Without white space in it, the same text.
  const compact = text.replace(/[ \t\r\n]+/g, '');
  const end = compact.search(NO_BASE64_DIGIT);
  const digits = end === -1 ? compact.length : end;
  if (digits % 4 === 1 || !BASE64_PADDINGS.has(compact.slice(digits))) return undefined;
  // Straight into memory of its own: what `Buffer.from` makes of a text may share memory with others.
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  Buffer.from(bytes.buffer).write(compact, 'base64');
  return bytes;
}

const decodeNil = (text: string): null | undefined => (text.trim() === '' ? null : undefined);

/**
 * The elements inside `<value>` that have text for content, by local name: those of the specification, and
 * those of Apache's extensions and of vendors whose meaning is plain. Absent are `bigdecimal` and
 * `biginteger`, whose exact value only their text holds.
 *
 * @see XML-RPC Specification, "Scalar values"; Apache XML-RPC, "Data types"
 */
export const SCALARS: ReadonlyMap<string, ScalarDecoder> = new Map<string, ScalarDecoder>([
  ['string', (text) => text],
  ['int', decodeInt],
  ['i4', decodeInt],
  ['i1', (text) => decodeIntOfBits(8, text)],
  ['i2', (text) => decodeIntOfBits(16, text)],
  ['i8', decodeInt64],
  ['bigint', decodeInt64],
  ['boolean', decodeBoolean],
  ['double', decodeDouble],
  ['float', decodeDouble],
  ['dateTime.iso8601', XmlRpcDateTime.decode],
  ['dateTime', XmlRpcDateTime.decode],
  ['base64', decodeBase64],
  ['nil', decodeNil],
]);
