import type { OutputOf } from '../../operation/infer.js';
import { isKey, type Members, type Shape, type StructShape } from '../../operation/shape.js';
import { located, Misfit } from '../misfit.js';
import { toPlain } from './plain.js';
import { SCALAR_READERS, type ScalarReader } from './read-scalar.js';
import type { XmlRpcStruct, XmlRpcValue } from './value.js';
import { narrowName, wideName } from './wide-name.js';

/**
 * Makes, once, what turns a decoded answer into the result of an operation.
 *
 * Reads as real panels need it: numbers and booleans also from strings, strings also from numbers; a
 * member that is absent or nil is `null`, an array also `[]` where nil, an empty string or an empty struct
 * stands for it; aliases where the first name is absent; of a `twin` the `…64` form if it is there. Members
 * that the shape does not name are ignored, unless it is `open`; `secret` ones are dropped. All structs of one
 * shape have the same properties in the same order.
 *
 * @param result - `null`: whatever came is read as `null`
 * @returns a function that throws {@link WireError} where a value does not fit or a `key` member is not
 *   there, with the member's path and without the value
 */
export function compileReader<R extends Shape | null>(result: R): (value: XmlRpcValue) => OutputOf<R> {
  const read = result === null ? () => null : located(readerOf(result));
  // The readers check at run time what OutputOf says of the shape they were made from.
  return read as (value: XmlRpcValue) => OutputOf<R>;
}

function readerOf(shape: Shape): ScalarReader {
  if (shape.secret) return () => null;
  switch (shape.kind) {
    case 'any':
      return toPlain;
    case 'array':
      return arrayReader(readerOf(shape.of));
    case 'struct':
      return structReader(shape);
    default:
      return SCALAR_READERS[shape.kind];
  }
}

function arrayReader(read: ScalarReader): ScalarReader {
  return (value) => {
    if (!Array.isArray(value)) {
      if (value === null || value === '' || (value instanceof Map && value.size === 0)) return [];
      throw new Misfit('not an array');
    }
    // Presized: answers of lists are long.
    const output: unknown[] = new Array(value.length);
    let index = 0;
    try {
      for (; index < value.length; index += 1) output[index] = read(value[index]);
    } catch (error) {
      throw Misfit.under(`[${index}]`, error);
    }
    return output;
  };
}

interface MemberReader {
  readonly name: string;
  /** Where to look for it on the wire, and where else, in this order. */
  readonly wireName: string;
  readonly otherNames: readonly string[];
  readonly read: ScalarReader;
  readonly isKey: boolean;
  /** Nil says "empty" to it, not "absent". */
  readonly takesNil: boolean;
}

function memberReader([name, shape]: [string, Members[string]]): MemberReader {
  const isTwin = shape.kind === 'int64' && shape.twin === true;
  const aliases = shape.aliases ?? [];
  return {
    name,
    wireName: isTwin ? wideName(name) : name,
    otherNames: isTwin ? [narrowName(name), ...aliases] : aliases,
    read: readerOf(shape),
    isKey: isKey(shape),
    takesNil: shape.kind === 'array',
  };
}

const NO_MEMBERS: XmlRpcStruct = new Map();

/** Some servers have one type for both containers, whose empty value they send as an array. */
function asStruct(value: XmlRpcValue): XmlRpcStruct {
  if (value instanceof Map) return value;
  if (Array.isArray(value) && value.length === 0) return NO_MEMBERS;
  throw new Misfit('not a struct');
}

function structReader(shape: StructShape): ScalarReader {
  const members = Object.entries<Members[string]>(shape.members).map(memberReader);
  const read = (struct: XmlRpcStruct): Record<string, unknown> => {
    const output: Record<string, unknown> = {};
    for (const member of members) output[member.name] = readMember(struct, member);
    return output;
  };
  if (shape.open !== true) return (value) => read(asStruct(value));
  const named = new Set(members.flatMap(({ wireName, otherNames }) => [wireName, ...otherNames]));
  return (value) => {
    const struct = asStruct(value);
    const others = [...struct].filter(([name]) => !named.has(name));
    // Unlike assignment, `fromEntries` makes of `__proto__` a member like the others.
    return { ...Object.fromEntries(others), ...read(struct) };
  };
}

function readMember(struct: XmlRpcStruct, member: MemberReader): unknown {
  let value = struct.get(member.wireName);
  for (let index = 0; value === undefined && index < member.otherNames.length; index += 1) {
    value = struct.get(member.otherNames[index] ?? '');
  }
  if (value === undefined || (value === null && !member.takesNil)) {
    if (member.isKey) throw new Misfit('missing', member.name);
    return null;
  }
  try {
    return member.read(value);
  } catch (error) {
    throw Misfit.under(member.name, error);
  }
}
