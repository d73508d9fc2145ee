import CustomType from 'xmlrpc/lib/customtype.js';
import serializer from 'xmlrpc/lib/serializer.js';
import type { Sent } from './values.js';

/** Text that the package would write as CDATA, where it is not safe. */
class EscapedString extends CustomType {
  override tagName = 'string';
}

/**
 * A methodResponse that holds `value`. Text with markup characters is written as CDATA, other text is escaped: a
 * client must read both.
 */
export function writeAnswer(value: Sent): string {
  return serializer.serializeMethodResponse(prepare(value));
}

/** A fault. Characters that XML cannot carry become `?`: the text may come from a control request. */
export function writeFault(faultCode: number, faultString: string): string {
  const text = faultString.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?');
  return serializer.serializeFault({ faultCode, faultString: isSafeInCdata(text) ? text : escaped(text) });
}

function prepare(value: Sent): unknown {
  if (typeof value === 'string') return isSafeInCdata(value) ? value : escaped(value);
  if (typeof value === 'number') {
    if (value !== (value | 0)) throw new Error(`${value} is not an int of 32 bits`);
    return value;
  }
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(prepare);
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, prepare(inner)]));
}

function escaped(text: string): unknown {
  return new EscapedString(text);
}

/** In CDATA a carriage return is read back as a line feed, and the package splits only the first `]]>`. */
function isSafeInCdata(text: string): boolean {
  return !/\r|]]>/.test(text);
}
