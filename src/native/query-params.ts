import type { AnyOperation } from '../operation/operation.js';
import type { Members, Shape, StructShape } from '../operation/shape.js';
import { isRead } from './native-method.js';

/** Values of a query string by their names; several of one name are a list. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a method can be asked by GET: it reads, and none of its parameters is a secret, which addresses are no place
 * for, or has parts, which they have no form for.
 */
export const isQueryable = (operation: AnyOperation): boolean =>
  isRead(operation) &&
  operation.checksCredentials !== true &&
  operation.params.open !== true &&
  Object.values<Members[string]>(operation.params.members).every(isFlat);

function isFlat(shape: Shape): boolean {
  if (shape.secret === true) return false;
  return shape.kind === 'array' ? isPlain(shape.of as Shape) : isPlain(shape);
}

const isPlain = (shape: Shape): boolean =>
  shape.secret !== true && shape.kind !== 'array' && shape.kind !== 'struct' && shape.kind !== 'any';

/** Parameters of a query string as JSON would write them. What does not fit stays a text, for the check to find. */
export function fromQuery({ members }: StructShape, query: Query): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const shape: Shape | undefined = Object.hasOwn(members, name) ? (members as Members)[name] : undefined;
      if (shape?.kind !== 'array') return [[name, toValue(shape, value)]];
      const texts = typeof value === 'string' ? [value] : value;
      return [[name, texts.map((text) => toValue(shape.of as Shape, text))]];
    }),
  );
}

function toValue(shape: Shape | undefined, value: string | readonly string[]): unknown {
  if (typeof value !== 'string') return value;
  switch (shape?.kind) {
    case 'int':
      return /^-?\d{1,10}$/.test(value) ? Number(value) : value;
    case 'double':
      // `INF` stays a text, which stands for itself.
      return /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    default:
      return value;
  }
}
