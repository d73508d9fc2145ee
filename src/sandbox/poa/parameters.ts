import { Refusal } from './refusal.js';
import { isStruct, type Received, type ReceivedStruct } from './wire/values.js';

/** The type of one member, as the reference prints it. */
export interface ParameterType<T> {
  /** As it is called in a refusal. */
  readonly name: string;
  readonly optional?: boolean;
  /** The value, or `undefined` for another type; `path` is where it stands, for refusals deeper inside. */
  read(value: Received, path: string): T | undefined;
}

export interface OptionalType<T> extends ParameterType<T> {
  readonly optional: true;
}

/** Members of the one struct that a method takes, by name. */
export type ParameterTable = Readonly<Record<string, ParameterType<unknown>>>;

type OptionalNames<P extends ParameterTable> = {
  [K in keyof P]: P[K] extends OptionalType<unknown> ? K : never;
}[keyof P];
type ValueOf<T> = T extends ParameterType<infer V> ? V : never;

/** What a table makes of a struct that it accepts. */
export type Arguments<P extends ParameterTable> = {
  readonly [K in Exclude<keyof P, OptionalNames<P>>]: ValueOf<P[K]>;
} & { readonly [K in OptionalNames<P>]?: ValueOf<P[K]> };

export const int: ParameterType<number> = {
  name: 'int',
  read: (value) => (typeof value === 'number' ? value : undefined),
};

export const string: ParameterType<string> = {
  name: 'string',
  read: (value) => (typeof value === 'string' ? value : undefined),
};

export const boolean: ParameterType<boolean> = {
  name: 'boolean',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

/** Printed as string, sent as int by clients and typed int by later releases. */
export const idAsIntOrString: ParameterType<number> = {
  name: 'int or numeric string',
  read(value) {
    if (typeof value === 'number') return value;
    return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : undefined;
  },
};

/** A 64-bit number, which travels as a string. */
export const bigint: ParameterType<bigint> = {
  name: 'bigint',
  read(value) {
    if (typeof value !== 'string' || !/^-?\d{1,19}$/.test(value)) return undefined;
    const number = BigInt(value);
    return BigInt.asIntN(64, number) === number ? number : undefined;
  },
};

/** A value of a closed list, of strings or of ints. */
export function oneOf<const V extends string | number>(...values: readonly V[]): ParameterType<V> {
  const base: ParameterType<string | number> = typeof values[0] === 'number' ? int : string;
  return {
    name: base.name,
    read(value, path) {
      if (base.read(value, path) === undefined) return undefined;
      const member = values.find((one) => one === value);
      if (member !== undefined) return member;
      throw Refusal.invalidArguments(`Parameter ${path} is one of ${values.join(', ')}`);
    },
  };
}

/** A string of a certain form; `form` names it in refusals, which never quote the value. */
export function stringOf(form: string, isValid: (value: string) => boolean): ParameterType<string> {
  return {
    name: 'string',
    read(value, path) {
      if (typeof value !== 'string') return undefined;
      if (!isValid(value)) throw Refusal.invalidArguments(`Parameter ${path} is no ${form}`);
      return value;
    },
  };
}

/** A struct inside the one that a method takes. */
export function structOf<P extends ParameterTable>(table: P): ParameterType<Arguments<P>> {
  return {
    name: 'struct',
    read: (value, path) => (isStruct(value) ? readParameters(table, value, `${path}.`) : undefined),
  };
}

export function optional<T>(type: ParameterType<T>): OptionalType<T> {
  return { ...type, optional: true };
}

export function arrayOf<T>(element: ParameterType<T>): ParameterType<readonly T[]> {
  return {
    name: `array of ${element.name}`,
    read: (value, path) =>
      Array.isArray(value)
        ? value.map((item, place) => readOne(element, item, `${path}[${place}]`))
        : undefined,
  };
}

/**
 * Reads the struct of a call by its table.
 *
 * @param path - what stands before the names of its members in refusals
 * @throws {@link Refusal} for a member that is missing, of another type, or not in the table. Values are never
 *   quoted: one may be a password.
 */
export function readParameters<P extends ParameterTable>(
  table: P,
  struct: ReceivedStruct,
  path = '',
): Arguments<P> {
  for (const name of Object.keys(struct)) {
    if (!Object.hasOwn(table, name))
      throw Refusal.invalidArguments(`Parameter ${path}${name} is not known here`);
  }
  const read: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(table)) {
    const value = struct[name];
    if (value !== undefined) read[name] = readOne(type, value, `${path}${name}`);
    else if (type.optional !== true) throw Refusal.invalidArguments(`Parameter ${path}${name} is missing`);
  }
  // Every member of the table has just been read by its own type.
  return read as Arguments<P>;
}

/** The one struct that every method but pem.batchRequest takes. */
export function theOneStruct(params: readonly Received[]): ReceivedStruct {
  const [struct] = params;
  if (params.length !== 1 || !isStruct(struct)) {
    throw Refusal.invalidArguments('Exactly one struct of named parameters is expected');
  }
  return struct;
}

function readOne<T>(type: ParameterType<T>, value: Received, path: string): T {
  const read = type.read(value, path);
  if (read === undefined) {
    throw Refusal.invalidArguments(`Parameter ${path}: ${type.name} expected, ${wireName(value)} received`);
  }
  return read;
}

function wireName(value: Received): string {
  if (typeof value === 'number') return 'int';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'array';
  if (Buffer.isBuffer(value)) return 'base64';
  return isStruct(value) ? 'struct' : value.constructor.name.toLowerCase();
}
