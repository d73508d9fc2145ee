import { isOptional, type Members, type Shape, type StructShape } from '../../../operation/shape.js';
import { located, Misfit } from '../../xmlrpc/misfit.js';
import { RawMember } from './raw-member.js';
import { scalarOf } from './scalars.js';

/** Writes the content of an element. */
type Encoder = (value: unknown) => string;

/**
 * Makes, once, what writes the parameters of a method: the children of its element, which inherit the namespace of
 * that element. Members come in the order of the shape; `undefined` and `null` ones are left out, which is how null
 * is said, and so are those that the shape does not name, but for what an `open` one has kept of a record that was read:
 * that is written as it was, in its place.
 *
 * @returns a function that throws {@link WireError} where a value does not fit or a member that is not optional is
 *   missing, with the member's path and without the value
 */
export const compileEncoder = (params: StructShape): ((input: unknown) => string) =>
  located(structEncoder(params));

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
    if (!Array.isArray(input)) throw new Misfit('not an array');
    let items = '';
    let index = 0;
    try {
      for (; index < input.length; index += 1) items += `<${itemName}>${encode(input[index])}</${itemName}>`;
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
    isOptional: isOptional(member),
  }));
  return (input) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new Misfit('not a struct');
    // Any object may be read by name; what is not there is undefined.
    const values = input as Readonly<Record<string, unknown>>;
    const others = shape.open === true ? rawMembers(values) : NONE;
    let xml = others.get('') ?? '';
    for (const { name, encode, isOptional: mayBeAbsent } of members) {
      const value = values[name];
      if (value !== undefined && value !== null) {
        try {
          xml += `<${name}>${encode(value)}</${name}>`;
        } catch (error) {
          throw Misfit.under(name, error);
        }
      } else if (!mayBeAbsent) throw new Misfit('missing', name);
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
