import { decodeBase64 } from '../base64.js';
import { decodeBoolean, decodeDouble, decodeInt, decodeInt64, decodeIntOfBits } from '../decode-scalar.js';
import { XmlRpcDateTime } from './date-time.js';
import type { XmlRpcValue } from './value.js';

/** Reads the text of one element; `undefined` if it is no value of the element's type. */
export type ScalarDecoder = (text: string) => XmlRpcValue | undefined;

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
