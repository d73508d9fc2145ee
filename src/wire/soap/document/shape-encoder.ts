import type { Members, Shape, StructShape } from '../../../operation/shape.js';
import { checked } from '../../checked.js';
import { located, Misfit } from '../../misfit.js';
import { escapeAttribute } from '../../xml/escape.js';
import { XSI } from '../namespaces.js';
import { plainXml } from './plain-xml.js';
import { RawMember } from './raw-member.js';
import { scalarOf } from './scalars.js';

/** Writes the content of an element. */
type Encoder = (value: unknown) => string;

/**
 * Makes, once, what writes the parameters of a method: the children of its element, which inherit the namespace of
 * that element unless their shapes name another. Members come in the order of the shape; `undefined` and `null` ones
 * are left out, which is how null is said where a shape does not want it said by `xsi:nil`. What an `open` shape has
 * kept of a record that was read is written as it was, in its place.
 *
 * @param namespace - that of the method's element
 * @returns a function that throws {@link WireError} for what the shape does not allow and for what a document cannot
 *   carry, with the member's path and without the value
 */
export const compileEncoder = (params: StructShape, namespace = ''): ((input: unknown) => string) =>
  checked(params, located(structEncoder(params, namespace)), { nullIsAbsent: true });

/** @param namespace - the default one inside the element whose content is written */
function encoderOf(shape: Shape, namespace: string): Encoder {
  if (shape.kind === 'struct') return structEncoder(shape, namespace);
  if (shape.kind === 'any') return plainXml;
  if (shape.kind === 'array') {
    const { itemName } = shape;
    if (itemName === undefined) throw new Misfit('an array whose items have no name');
    return itemsEncoder(elementEncoder(itemName, shape.of, namespace));
  }
  const { write, misfit } = scalarOf(shape.kind);
  return (value) => {
    const text = write(value);
    if (text === undefined) throw new Misfit(misfit);
    return text;
  };
}

/** Writes the whole element of a value. */
function elementEncoder(name: string, shape: Shape, around: string): Encoder {
  const encode = encoderOf(shape, shape.namespace ?? around);
  const head = `<${name}${declarationOf(shape, around)}>`;
  const tail = `</${name}>`;
  return (value) => head + encode(value) + tail;
}

const declarationOf = ({ namespace }: Shape, around: string): string =>
  namespace === undefined || namespace === around ? '' : ` xmlns="${escapeAttribute(namespace)}"`;

function itemsEncoder(encode: Encoder): Encoder {
  return (input) => {
    // The check has seen that it is one.
    const values = input as readonly unknown[];
    let items = '';
    let index = 0;
    try {
      for (; index < values.length; index += 1) items += encode(values[index]);
    } catch (error) {
      throw Misfit.under(`[${index}]`, error);
    }
    return items;
  };
}

function memberEncoder(name: string, shape: Shape, around: string): Encoder {
  if (shape.kind !== 'array' || shape.inline !== true) return elementEncoder(name, shape, around);
  return itemsEncoder(elementEncoder(name, { ...shape.of, namespace: shape.namespace ?? around }, around));
}

function structEncoder(shape: StructShape, namespace: string): Encoder {
  const members = Object.entries<Members[string]>(shape.members).map(([name, member]) => ({
    name,
    encode: memberEncoder(name, member, namespace),
    absent:
      member.nil === true
        ? `<${name}${declarationOf(member, namespace)} xmlns:xsi="${XSI}" xsi:nil="true"/>`
        : '',
  }));
  return (input) => {
    // Any object may be read by name; what is not there is undefined.
    const values = input as Readonly<Record<string, unknown>>;
    const others = shape.open === true ? rawMembers(values) : NONE;
    let xml = others.get('') ?? '';
    for (const { name, encode, absent } of members) {
      const value = values[name];
      if (value !== undefined && value !== null) {
        try {
          xml += encode(value);
        } catch (error) {
          throw Misfit.under(name, error);
        }
      } else {
        xml += absent;
      }
      xml += others.get(name) ?? '';
    }
    return xml;
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What an open record has kept, by the members that it stood behind. */
function rawMembers(values: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const value of Object.values(values)) {
    if (value instanceof RawMember) others.set(value.after, (others.get(value.after) ?? '') + value.xml);
  }
  return others;
}
