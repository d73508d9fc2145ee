import type { Members, Shape, StructShape } from '../../../operation/shape.js';
import { checked } from '../../checked.js';
import { located, Misfit } from '../../misfit.js';
import { RawMember } from './raw-member.js';
import { scalarOf } from './scalars.js';

/** Writes the content of an element. */
type Encoder = (value: unknown) => string;

/**
 * Makes, once, what writes the parameters of a method: the children of its element, which inherit the namespace of
 * that element. Members come in the order of the shape; `undefined` and `null` ones are left out, which is how null
 * is said. What an `open` shape has kept of a record that was read is written as it was, in its place.
 *
 * @returns a function that throws {@link WireError} for what the shape does not allow and for what a document cannot
 *   carry, with the member's path and without the value
 */
export const compileEncoder = (params: StructShape): ((input: unknown) => string) =>
  checked(params, located(structEncoder(params)), { nullIsAbsent: true });

function encoderOf(shape: Shape): Encoder {
  if (shape.kind === 'struct') return structEncoder(shape);
  if (shape.kind === 'array') return arrayEncoder(encoderOf(shape.of), shape.itemName);
  const { write, misfit } = scalarOf(shape.kind);
  return (value) => {
    const text = write(value);
    if (text === undefined) throw new Misfit(misfit);
    return text;
  };
}

function arrayEncoder(encode: Encoder, itemName: string | undefined): Encoder {
  if (itemName === undefined) throw new Misfit('an array whose items have no name');
  return (input) => {
    // The check has seen that it is one.
    const values = input as readonly unknown[];
    let items = '';
    let index = 0;
    try {
      for (; index < values.length; index += 1)
        items += `<${itemName}>${encode(values[index])}</${itemName}>`;
    } catch (error) {
      throw Misfit.under(`[${index}]`, error);
    }
    return items;
  };
}

function structEncoder(shape: StructShape): Encoder {
  const members = Object.entries<Members[string]>(shape.members).map(([name, member]) => ({
    name,
    encode: encoderOf(member),
  }));
  return (input) => {
    // Any object may be read by name; what is not there is undefined.
    const values = input as Readonly<Record<string, unknown>>;
    const others = shape.open === true ? rawMembers(values) : NONE;
    let xml = others.get('') ?? '';
    for (const { name, encode } of members) {
      const value = values[name];
      if (value !== undefined && value !== null) {
        try {
          xml += `<${name}>${encode(value)}</${name}>`;
        } catch (error) {
          throw Misfit.under(name, error);
        }
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
