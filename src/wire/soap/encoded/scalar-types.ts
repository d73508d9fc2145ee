import type { Shape } from '../../../operation/shape.js';
import { decodeBase64, encodeBase64 } from '../../base64.js';
import { decodeBoolean, decodeInt, decodeInt64 } from '../../decode-scalar.js';
import { isInt32, isInt64 } from '../../integer-range.js';
import { escapeText } from '../../xml/escape.js';
import { isDateTime } from '../document/date-time.js';
import { doubleText, readDouble } from '../double-text.js';

/** How values of one kind of shape stand in an element. */
export interface ScalarType {
  /** As `xsi:type` names it. Axis takes a number under its exact type only: no `int` for a `long`. */
  readonly xsiType: string;
  /** What to call it when something else comes. */
  readonly noun: string;
  /** Java has null for it, so it can be sent as nil. */
  readonly isNullable: boolean;
  /** @returns the element's text, escaped; `undefined` for what is no value of the kind */
  write(value: unknown): string | undefined;
  /**
   * @param text - as it came, white space and all
   * @returns `null` for one that stands for nothing, `undefined` for what is no value of the kind
   */
  read(text: string): unknown;
}

const DECIMAL = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;

/**
 * The kinds of values that Axis's encoding and this codec share.
 *
 * Money travels as `xsd:double`, since no panel takes an `xsd:decimal` for it, but in exactly its digits.
 *
 * @see SOAP 1.1, section 5.2.1; XML Schema Part 2: Datatypes
 */
export const SCALAR_TYPES = {
  int: {
    xsiType: 'xsd:int',
    noun: 'a 32-bit integer',
    isNullable: false,
    write: (value) => (typeof value === 'number' && isInt32(value) ? String(value) : undefined),
    read: decodeInt,
  },
  int64: {
    xsiType: 'xsd:long',
    noun: 'a 64-bit integer',
    isNullable: false,
    write: (value) => (typeof value === 'bigint' && isInt64(value) ? String(value) : undefined),
    read: decodeInt64,
  },
  double: {
    xsiType: 'xsd:double',
    noun: 'a number',
    isNullable: false,
    write: (value) => (typeof value === 'number' ? doubleText(value) : undefined),
    read: readDouble,
  },
  decimal: {
    xsiType: 'xsd:double',
    noun: 'a decimal number',
    isNullable: false,
    write: (value) => (typeof value === 'string' && DECIMAL.test(value) ? value : undefined),
    read: (text) => (DECIMAL.test(text.trim()) ? text.trim() : undefined),
  },
  boolean: {
    xsiType: 'xsd:boolean',
    noun: 'a boolean',
    isNullable: false,
    write: (value) => (typeof value === 'boolean' ? String(value) : undefined),
    read: decodeBoolean,
  },
  string: {
    xsiType: 'xsd:string',
    noun: 'a string',
    isNullable: true,
    write: (value) => (typeof value === 'string' ? escapeText(value) : undefined),
    read: (text) => text,
  },
  dateTime: {
    xsiType: 'xsd:dateTime',
    noun: 'a date and time',
    isNullable: true,
    write: (value) => (typeof value === 'string' && isDateTime(value) ? value : undefined),
    read(text) {
      const trimmed = text.trim();
      if (trimmed === '') return null;
      return isDateTime(trimmed) ? trimmed : undefined;
    },
  },
  bytes: {
    xsiType: 'xsd:base64Binary',
    noun: 'base64',
    isNullable: true,
    write: (value) => (value instanceof Uint8Array ? encodeBase64(value) : undefined),
    read: decodeBase64,
  },
} as const satisfies Partial<Record<Shape['kind'], ScalarType>>;

/** @throws {@link TypeError} for kinds that the encoding has no use for: a mistake in a descriptor */
export function scalarTypeOf({ kind }: Shape): ScalarType {
  const types: Partial<Record<Shape['kind'], ScalarType>> = SCALAR_TYPES;
  const type = types[kind];
  if (type === undefined) throw new TypeError(`the encoding has no values of kind ${kind}`);
  return type;
}
