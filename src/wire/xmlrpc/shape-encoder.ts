import type { InputOf } from '../../operation/infer.js';
import { isOptional, type Members, type Shape, type StructShape } from '../../operation/shape.js';
import { XmlRpcDateTime } from './date-time.js';
import {
  arrayXml,
  booleanXml,
  bytesXml,
  dateTimeXml,
  doubleXml,
  type EncodeSettings,
  encodeValue,
  int64Xml,
  intXml,
  isInt32,
  isInt64,
  memberHead,
  stringXml,
  structXml,
} from './encode.js';
import { located, Misfit } from './misfit.js';
import { fromPlain } from './plain.js';
import { wideName } from './wide-name.js';

export interface ShapeEncoderSettings extends EncodeSettings {
  /**
   * Int members that a release wants as strings, by path: `account_id`, `limits[].resource_type_id`. An
   * installation's setting, since documents of the same panel differ in it.
   */
  readonly intsAsStrings?: readonly string[];
}

type Encoder = (input: unknown) => string;

const DECIMAL = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;

/**
 * Makes, once, what writes the parameters of an operation: the one struct that its call sends, as
 * `<value>…</value>`. Members come in the order of the shape, `undefined` ones are left out, and so are
 * those that the shape does not name, unless it is `open`; of a `twin` only the `…64` form is sent. A decimal is
 * a `<double>` with exactly its digits.
 *
 * @returns a function that throws {@link WireError} where a value does not fit, with the member's path
 *   and without the value
 */
export function compileEncoder<P extends StructShape>(
  params: P,
  settings: ShapeEncoderSettings,
): (input: InputOf<P>) => string {
  return located(structEncoder(params, settings, ''));
}

function encoderOf(shape: Shape, settings: ShapeEncoderSettings, path: string): Encoder {
  switch (shape.kind) {
    case 'int':
      return intEncoder(settings.intsAsStrings?.includes(path) ?? false);
    case 'int64':
      return (input) => {
        if (typeof input !== 'bigint' || !isInt64(input)) throw new Misfit('not a 64-bit integer');
        return int64Xml(input, settings);
      };
    case 'double':
      return (input) => {
        if (typeof input !== 'number') throw new Misfit('not a number');
        return doubleXml(input);
      };
    case 'decimal':
      return (input) => {
        if (typeof input !== 'string' || !DECIMAL.test(input)) throw new Misfit('not a decimal number');
        return `<value><double>${input}</double></value>`;
      };
    case 'boolean':
      return (input) => {
        if (typeof input !== 'boolean') throw new Misfit('not a boolean');
        return booleanXml(input);
      };
    case 'string':
      return (input) => {
        if (typeof input !== 'string') throw new Misfit('not a string');
        return stringXml(input);
      };
    case 'dateTime':
      return encodeDateTime;
    case 'bytes':
      return (input) => {
        if (!(input instanceof Uint8Array)) throw new Misfit('not bytes');
        return bytesXml(input);
      };
    case 'any':
      return (input) => encodeValue(fromPlain(input), settings);
    case 'array':
      return arrayEncoder(encoderOf(shape.of, settings, `${path}[]`));
    case 'struct':
      return structEncoder(shape, settings, path === '' ? '' : `${path}.`);
  }
}

function intEncoder(asString: boolean): Encoder {
  return (input) => {
    if (typeof input !== 'number' || !isInt32(input)) throw new Misfit('not a 32-bit integer');
    return asString ? stringXml(String(input)) : intXml(input);
  };
}

function encodeDateTime(input: unknown): string {
  const dateTime = typeof input === 'string' ? XmlRpcDateTime.decode(input) : undefined;
  if (dateTime === undefined) throw new Misfit('not a date and time');
  return dateTimeXml(dateTime);
}

function arrayEncoder(encode: Encoder): Encoder {
  return (input) => {
    if (!Array.isArray(input)) throw new Misfit('not an array');
    let values = '';
    let index = 0;
    try {
      for (; index < input.length; index += 1) values += encode(input[index]);
    } catch (error) {
      throw Misfit.under(`[${index}]`, error);
    }
    return arrayXml(values);
  };
}

/** @param prefix - the path up to the members' names */
function structEncoder(shape: StructShape, settings: ShapeEncoderSettings, prefix: string): Encoder {
  const members = Object.entries<Members[string]>(shape.members).map(([name, member]) => ({
    name,
    head: memberHead(member.kind === 'int64' && member.twin ? wideName(name) : name),
    encode: encoderOf(member, settings, prefix + name),
    isOptional: isOptional(member),
  }));
  return (input) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new Misfit('not a struct');
    // Any object may be read by name; what is not there is undefined.
    const values = input as Readonly<Record<string, unknown>>;
    let xml = '';
    for (const member of members) {
      const value = values[member.name];
      if (value === undefined) {
        if (member.isOptional) continue;
        throw new Misfit('missing', member.name);
      }
      try {
        xml += `${member.head}${member.encode(value)}</member>`;
      } catch (error) {
        throw Misfit.under(member.name, error);
      }
    }
    return structXml(shape.open === true ? xml + othersXml(values, shape, settings) : xml);
  };
}

/** Members that an `open` shape does not name. */
const othersXml = (
  values: Readonly<Record<string, unknown>>,
  { members }: StructShape,
  settings: ShapeEncoderSettings,
): string =>
  Object.entries(values)
    .filter(([name, value]) => !Object.hasOwn(members, name) && value !== undefined)
    .map(([name, value]) => `${memberHead(name)}${encodeValue(fromPlain(value), settings)}</member>`)
    .join('');
