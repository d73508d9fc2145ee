import { encodeBase64 } from '../base64.js';
import { isInt32, isInt64 } from '../integer-range.js';
import { WireError } from '../wire-error.js';
import { escapeText } from '../xml/escape.js';
import { XmlRpcDateTime } from './date-time.js';
import { decimalText } from './decimal-text.js';
import type { XmlRpcStruct, XmlRpcValue } from './value.js';

/** How 64-bit integers travel, which the specification does not know. */
export interface EncodeSettings {
  /** `string`: in decimal digits, as POA wants them; `i8`: by Apache's extension, without its prefix. */
  readonly int64: 'string' | 'i8';
}

/** Deeper values are mistakes of the caller, a value that contains itself among them. */
export const MAX_NESTING = 64;

/** The only characters that a method's name may consist of. */
const METHOD_NAME = /^[A-Za-z0-9_.:/]+$/;

/** The `<value>` of a string. */
export const stringXml = (text: string): string => `<value><string>${escapeText(text)}</string></value>`;

/** The `<value>` of an array, from the `<value>`s of its elements one after the other. */
export const arrayXml = (values: string): string => `<value><array><data>${values}</data></array></value>`;

/** The start of a `<member>`; the member's `<value>` and `</member>` follow. */
export const memberHead = (name: string): string => `<member><name>${escapeText(name)}</name>`;

/** The `<value>` of a struct, from its `<member>`s one after the other. */
export const structXml = (members: string): string => `<value><struct>${members}</struct></value>`;

/** The `<value>` of a `<double>`: always with a period, and without an exponent. */
export function doubleXml(value: number): string {
  if (!Number.isFinite(value) || Object.is(value, -0)) {
    throw new WireError('a number that XML-RPC cannot carry');
  }
  const text = decimalText(value);
  return `<value><double>${text.includes('.') ? text : `${text}.0`}</double></value>`;
}

/** The `<value>` of a 64-bit integer. */
export function int64Xml(value: bigint, { int64 }: EncodeSettings): string {
  if (!isInt64(value)) throw new WireError('an integer of more than 64 bits');
  return `<value><${int64}>${value}</${int64}></value>`;
}

/** The `<value>` of bytes. */
export const bytesXml = (bytes: Uint8Array): string =>
  `<value><base64>${encodeBase64(bytes)}</base64></value>`;

/** The `<value>` of a calendar date and time. */
export const dateTimeXml = ({ text }: XmlRpcDateTime): string =>
  `<value><dateTime.iso8601>${text}</dateTime.iso8601></value>`;

export const booleanXml = (value: boolean): string => `<value><boolean>${value ? 1 : 0}</boolean></value>`;

export const intXml = (value: number): string => `<value><int>${value}</int></value>`;

/**
 * Writes one value as `<value>…</value>`. Numbers become `int` where they are whole and have 32 bits, else
 * `double`; `null` becomes `nil`.
 *
 * @throws {@link WireError} for what XML-RPC or XML cannot carry: `-0`, `NaN`, infinities, integers of more
 *   than 64 bits, controls in strings, nesting deeper than {@link MAX_NESTING}
 * @see XML-RPC Specification, "Scalar values", "structs", "arrays"
 */
export function encodeValue(
  value: XmlRpcValue,
  settings: EncodeSettings = { int64: 'i8' },
  nesting = 0,
): string {
  if (nesting > MAX_NESTING) throw new WireError('values nested too deeply');
  switch (typeof value) {
    case 'string':
      return stringXml(value);
    case 'number':
      return isInt32(value) && !Object.is(value, -0) ? intXml(value) : doubleXml(value);
    case 'boolean':
      return booleanXml(value);
    case 'bigint':
      return int64Xml(value, settings);
    default:
      if (value === null) return '<value><nil/></value>';
      if (value instanceof XmlRpcDateTime) return dateTimeXml(value);
      if (value instanceof Uint8Array) return bytesXml(value);
      if (value instanceof Map) return encodeStruct(value, settings, nesting);
      if (Array.isArray(value)) {
        return arrayXml(value.map((element) => encodeValue(element, settings, nesting + 1)).join(''));
      }
      throw new WireError('a value that XML-RPC does not know');
  }
}

function encodeStruct(struct: XmlRpcStruct, settings: EncodeSettings, nesting: number): string {
  let members = '';
  for (const [name, value] of struct) {
    members += `${memberHead(name)}${encodeValue(value, settings, nesting + 1)}</member>`;
  }
  return structXml(members);
}

/**
 * Writes a call whose params are XML already, as the encoders of shapes make it.
 *
 * @param values - one `<value>…</value>` for each positional param
 * @throws {@link WireError} if `method` has characters that the specification does not allow
 * @see XML-RPC Specification, "Payload format"
 */
export function methodCallXml(method: string, values: readonly string[]): string {
  if (!METHOD_NAME.test(method)) throw new WireError('a method name that XML-RPC does not allow');
  const params = values.map((value) => `<param>${value}</param>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`
  );
}

/**
 * Writes a call, for a body in UTF-8.
 *
 * @throws {@link WireError} as {@link methodCallXml} and {@link encodeValue} do
 */
export const encodeMethodCall = (
  method: string,
  params: readonly XmlRpcValue[],
  settings?: EncodeSettings,
): string =>
  methodCallXml(
    method,
    params.map((param) => encodeValue(param, settings)),
  );
