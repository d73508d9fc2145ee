import type { InputOf } from '../../operation/infer.js';
import {
  type ArrayShape,
  isOptional,
  type Members,
  type Shape,
  type StructShape,
} from '../../operation/shape.js';
import { WireError } from '../wire-error.js';

type Input = Readonly<Record<string, unknown>>;
/** @param suffix - number of the field among its like; empty where it is alone */
type FieldWriter = (name: string, value: unknown, suffix: string) => readonly string[];

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

const SCALAR_TEXTS: Partial<Record<Shape['kind'], (value: unknown) => string | undefined>> = {
  string: (value) => (typeof value === 'string' ? value : undefined),
  int: (value) => (Number.isSafeInteger(value) ? String(value) : undefined),
  int64: (value) => (typeof value === 'bigint' ? String(value) : undefined),
  decimal: (value) => (typeof value === 'string' && DECIMAL.test(value) ? value : undefined),
  boolean: (value) => (typeof value === 'boolean' ? (value ? '1' : '0') : undefined),
};

/**
 * Makes, once, what writes the parameters of an operation as fields of a form, `name=value` joined by `&`, in the
 * order of the shape. `undefined` members are left out. Members of a list are numbered from 1: a list of structs
 * gives `UserName1`, `Password1`, `UserName2` …, one of values the list's own name with the number.
 *
 * @returns a function that throws {@link WireError} where a value does not fit, with the field's name and without
 *   the value
 * @see URL Standard, "application/x-www-form-urlencoded serializing"; blanks are written as `%20`, which every
 *   reader of forms takes
 */
export function compileForm<P extends StructShape>(params: P): (input: InputOf<P>) => string {
  const write = structWriter(params);
  // What is a struct of the shape is a record, and any record may be read by name.
  return (input) => write(input as Input, '').join('&');
}

/** @throws {@link WireError} for half a surrogate pair, which no encoding of a form can carry */
export function fieldText(name: string, value: string): string {
  try {
    return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  } catch {
    throw new WireError(`${name}: a text that is not well-formed`);
  }
}

function structWriter(shape: StructShape): (input: Input, suffix: string) => readonly string[] {
  const members = Object.entries<Members[string]>(shape.members).map(([name, member]) => ({
    name,
    write: writerOf(member),
    isOptional: isOptional(member),
  }));
  return (input, suffix) =>
    members.flatMap(({ name, write, isOptional: mayBeAbsent }) => {
      const value = input[name];
      if (value !== undefined) return write(name, value, suffix);
      if (mayBeAbsent) return [];
      throw new WireError(`${name}${suffix}: missing`);
    });
}

function writerOf(shape: Shape): FieldWriter {
  if (shape.kind === 'array') return listWriter(shape);
  const toText = SCALAR_TEXTS[shape.kind];
  if (toText === undefined) throw new Error(`A form has no fields for a parameter of kind ${shape.kind}.`);
  return (name, value, suffix) => {
    const text = toText(value);
    if (text === undefined) throw new WireError(`${name}${suffix}: a value of another type`);
    return [fieldText(name + suffix, text)];
  };
}

function listWriter({ of }: ArrayShape): FieldWriter {
  const item = of.kind === 'struct' ? structWriter(of) : undefined;
  const single = item === undefined ? writerOf(of) : undefined;
  return (name, value) => {
    if (!Array.isArray(value)) throw new WireError(`${name}: a value of another type`);
    return value.flatMap((each: unknown, index) => {
      if (item === undefined) return single?.(name, each, String(index + 1)) ?? [];
      if (typeof each !== 'object' || each === null) throw new WireError(`${name}: a value of another type`);
      return item(each as Input, String(index + 1));
    });
  };
}
