import { WireError } from '../wire-error.js';
import { XmlRpcDateTime } from './date-time.js';
import { MAX_NESTING } from './encode.js';
import type { XmlRpcValue } from './value.js';

/**
 * Takes a value for which no document says what it looks like, as JSON has it: objects become structs
 * without their `undefined` members, `null` becomes nil. Values of XML-RPC pass as they are.
 *
 * @throws {@link WireError} for what JSON has not either, such as functions and dates
 */
export function fromPlain(value: unknown, nesting = 0): XmlRpcValue {
  if (nesting > MAX_NESTING) throw new WireError('values nested too deeply');
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bigint':
      return value;
    case 'object':
      if (value === null || value instanceof Uint8Array || value instanceof XmlRpcDateTime) return value;
      if (Array.isArray(value)) return value.map((element) => fromPlain(element, nesting + 1));
      if (value instanceof Map || isPlainObject(value)) return structFromPlain(value, nesting);
  }
  throw new WireError('a value that XML-RPC does not know');
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function structFromPlain(value: object, nesting: number): XmlRpcValue {
  const struct = new Map<string, XmlRpcValue>();
  const entries: Iterable<[unknown, unknown]> = value instanceof Map ? value : Object.entries(value);
  for (const [name, member] of entries) {
    if (member !== undefined) struct.set(String(name), fromPlain(member, nesting + 1));
  }
  return struct;
}

/**
 * Gives a value in a form that JSON can write: structs as objects, 64-bit integers as decimal strings,
 * dates as their text, bytes as base64.
 */
export function toPlain(value: XmlRpcValue): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof XmlRpcDateTime) return value.text;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Map) return plainObject(value);
  return Array.isArray(value) ? value.map(toPlain) : null;
}

/** Unlike assignment, `fromEntries` makes of `__proto__` a member like the others. */
const plainObject = (struct: ReadonlyMap<string, XmlRpcValue>): object =>
  Object.fromEntries(Array.from(struct, ([name, member]) => [name, toPlain(member)]));
