import type { XmlRpcDateTime } from './date-time.js';

/**
 * A value of XML-RPC.
 *
 * | XML | here |
 * |---|---|
 * | `int`, `i4`, `i1`, `i2`, `double`, `float` | number, never `-0`, `NaN` or infinite |
 * | `i8`, `bigint` | bigint |
 * | `boolean`, `string`, no element at all | boolean, string |
 * | `dateTime.iso8601`, `dateTime` | {@link XmlRpcDateTime} |
 * | `base64` | Uint8Array |
 * | `nil` | null |
 * | `array`, `struct` | array, Map |
 * | any other element without children | its text, as a string |
 *
 * Whether a whole number came as `int` or as `double` is not kept: peers write both for the same thing, so
 * two answers that differ in that alone are equal. A whole number of 32 bits is written as `int` again.
 */
export type XmlRpcValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | XmlRpcDateTime
  | Uint8Array
  | readonly XmlRpcValue[]
  | XmlRpcStruct;

/**
 * A struct as a Map: names such as `__proto__` are names like others in it, and it is built faster than an
 * object whose names the engine cannot foresee. The specification does not say what a name that comes twice
 * means; the last one wins, as with most peers.
 */
export type XmlRpcStruct = ReadonlyMap<string, XmlRpcValue>;
