import type { InputOf } from '../../operation/infer.js';
import type { ArrayShape, Members, Shape, StructShape } from '../../operation/shape.js';
import { checked } from '../checked.js';
import { WireError } from '../wire-error.js';

type Input = Readonly<Record<string, unknown>>;
/** @param suffix - number of the field among its like; empty where it is alone */
type FieldWriter = (name: string, value: unknown, suffix: string) => readonly string[];

/** The check has let no value pass that is not of the kind. */
const SCALAR_TEXTS: Partial<Record<Shape['kind'], (value: unknown) => string>> = {
  string: String,
  int: String,
  int64: String,
  decimal: String,
  boolean: (value) => (value === true ? '1' : '0'),
};

/**
 * Makes, once, what writes the parameters of an operation as fields of a form, `name=value` joined by `&`, in the
 * order of the shape. `undefined` members are left out. Members of a list are numbered from 1: a list of structs
 * gives `UserName1`, `Password1`, `UserName2` …, one of values the list's own name with the number.
 *
 * @returns a function that throws {@link WireError} for what the shape does not allow, with the path and without the
 *   value, and for half a surrogate pair
 * @see URL Standard, "application/x-www-form-urlencoded serializing"; blanks are written as `%20`, which every
 *   reader of forms takes
 */
export function compileForm<P extends StructShape>(params: P): (input: InputOf<P>) => string {
  const write = structWriter(params);
  // What is a struct of the shape is a record, and any record may be read by name.
  return checked(params, (input) => write(input as Input, '').join('&'));
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
  }));
  return (input, suffix) =>
    members.flatMap(({ name, write }) => {
      const value = input[name];
      return value === undefined ? [] : write(name, value, suffix);
    });
}

function writerOf(shape: Shape): FieldWriter {
  if (shape.kind === 'array') return listWriter(shape);
  const toText = SCALAR_TEXTS[shape.kind];
  if (toText === undefined) throw new Error(`A form has no fields for a parameter of kind ${shape.kind}.`);
  return (name, value, suffix) => [fieldText(name + suffix, toText(value))];
}

function listWriter({ of }: ArrayShape): FieldWriter {
  const item = of.kind === 'struct' ? structWriter(of) : undefined;
  const single = item === undefined ? writerOf(of) : undefined;
  // The check has seen that it is a list, and of what.
  return (name, value) =>
    (value as readonly unknown[]).flatMap((each, index) => {
      const suffix = String(index + 1);
      return item === undefined ? (single?.(name, each, suffix) ?? []) : item(each as Input, suffix);
    });
}
