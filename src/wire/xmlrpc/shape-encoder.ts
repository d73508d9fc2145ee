import type { InputOf } from '../../operation/infer.js';
import type { Members, Shape, StructShape } from '../../operation/shape.js';
import { checked } from '../checked.js';
import { located, Misfit } from '../misfit.js';
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
  memberHead,
  stringXml,
  structXml,
} from './encode.js';
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

/**
 * Makes, once, what writes the parameters of an operation: the one struct that its call sends, as
 * `<value>…</value>`. Members come in the order of the shape, `undefined` ones are left out; of a `twin` only
 * the `…64` form is sent. A decimal is a `<double>` with exactly its digits.
 *
 * @returns a function that throws {@link WireError} for what the shape does not allow and for what XML-RPC
 *   cannot carry, with the member's path and without the value
 */
export function compileEncoder<P extends StructShape>(
  params: P,
  settings: ShapeEncoderSettings,
): (input: InputOf<P>) => string {
  return checked(params, located(structEncoder(params, settings, '')));
}

/** The casts rely on the check, which lets no value pass that is not of the shape's kind. */
function encoderOf(shape: Shape, settings: ShapeEncoderSettings, path: string): Encoder {
  switch (shape.kind) {
    case 'int':
      return settings.intsAsStrings?.includes(path)
        ? (input) => stringXml(String(input))
        : (input) => intXml(input as number);
    case 'int64':
      return (input) => int64Xml(input as bigint, settings);
    case 'double':
      return (input) => doubleXml(input as number);
    case 'decimal':
      return (input) => `<value><double>${input as string}</double></value>`;
    case 'boolean':
      return (input) => booleanXml(input as boolean);
    case 'string':
      return (input) => stringXml(input as string);
    case 'dateTime':
      return (input) => encodeDateTime(input as string);
    case 'bytes':
      return (input) => bytesXml(input as Uint8Array);
    case 'any':
      return (input) => encodeValue(fromPlain(input), settings);
    case 'array':
      return arrayEncoder(encoderOf(shape.of, settings, `${path}[]`));
    case 'struct':
      return structEncoder(shape, settings, path === '' ? '' : `${path}.`);
  }
}

function encodeDateTime(input: string): string {
  const dateTime = XmlRpcDateTime.decode(input);
  if (dateTime === undefined) throw new Misfit('not a date and time');
  return dateTimeXml(dateTime);
}

function arrayEncoder(encode: Encoder): Encoder {
  return (input) => {
    // The check has seen that it is one.
    const items = input as readonly unknown[];
    let values = '';
    let index = 0;
    try {
      for (; index < items.length; index += 1) values += encode(items[index]);
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
  }));
  return (input) => {
    // Any object may be read by name; what is not there is undefined, and left out.
    const values = input as Readonly<Record<string, unknown>>;
    let xml = '';
    for (const member of members) {
      const value = values[member.name];
      if (value === undefined) continue;
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
