import { javaException, numberFormatException } from './fault.js';
import type { Primitive } from './types.js';

/** No number needs more; patterns are not run over more. */
const MAX_LENGTH = 400;

/**
 * Reads the text of a number or a truth value. Narrower than Axis, whose Java readers also take `5d`, `0x1p3`
 * and `T`: only what XML Schema allows passes.
 *
 * @returns a `bigint` for a long, which is 64 bits wide
 * @throws {@link AxisFault} if the text is none, or out of the type's range
 */
export function parsePrimitive(type: Primitive, content: string): number | bigint | boolean {
  if (content.length > MAX_LENGTH) throw numberFormatException(content);
  const text = content.replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  switch (type) {
    case 'int':
      return Number(parseInteger(text, 31n));
    case 'long':
      return parseInteger(text, 63n);
    case 'double':
      return parseDouble(text);
    case 'boolean':
      return parseBoolean(text);
    default:
      return type satisfies never;
  }
}

function parseInteger(text: string, bits: bigint): bigint {
  const match = /^([+-]?)0*(\d{1,20})$/.exec(text);
  const magnitude = BigInt(match?.[2] ?? 0);
  const value = match?.[1] === '-' ? -magnitude : magnitude;
  const limit = 1n << bits;
  if (match === null || value < -limit || value >= limit) throw numberFormatException(text);
  return value;
}

function parseDouble(text: string): number {
  if (text === 'INF') return Number.POSITIVE_INFINITY;
  if (text === '-INF') return Number.NEGATIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) throw numberFormatException(text);
  return Number(text);
}

function parseBoolean(text: string): boolean {
  switch (text) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      throw javaException('java.lang.NumberFormatException', 'Invalid boolean');
  }
}
