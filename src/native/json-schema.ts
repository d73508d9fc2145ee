import type { AnyOperation } from '../operation/operation.js';
import { isKey, isOptional, type Members, type Shape, type StructShape } from '../operation/shape.js';
import { constraintSchemas } from './constraint-schema.js';
import { constraintText, describeShape } from './shape-text.js';
import { twinName, twinNote } from './twin-name.js';

/** JSON Schema 2020-12, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const MIN_INT = -(2 ** 31);
const MAX_INT = 2 ** 31 - 1;

/** What a method takes, by the panel's names. A member that may be left out may be null. */
export const paramsSchema = ({ params }: AnyOperation): JsonSchema => schemaOf(params, 'params');

/** What a method answers; secrets are in none of it. `null`: nothing that may be told. */
export const resultSchema = ({ result }: AnyOperation): JsonSchema | null =>
  result === null || result.secret === true ? null : nullable(schemaOf(result, 'result'));

type Direction = 'params' | 'result';

function schemaOf(shape: Shape, direction: Direction): JsonSchema {
  const description = describeShape(shape);
  return {
    ...kindSchema(shape, direction),
    ...(description === '' ? {} : { description }),
    ...(shape.secret === true ? { writeOnly: true } : {}),
  };
}

function kindSchema(shape: Shape, direction: Direction): JsonSchema {
  const isParam = direction === 'params';
  switch (shape.kind) {
    case 'int':
      return isParam
        ? { type: 'integer', minimum: shape.min ?? MIN_INT, maximum: shape.max ?? MAX_INT, ...closed(shape) }
        : { type: 'integer' };
    case 'int64':
      return isParam
        ? { type: ['string', 'integer'], pattern: '^-?[0-9]{1,19}$' }
        : { type: 'string', pattern: '^-?[0-9]{1,19}$' };
    case 'double':
      return isParam
        ? { anyOf: [{ type: 'number' }, { enum: ['INF', '-INF'] }] }
        : { anyOf: [{ type: 'number' }, { enum: ['INF', '-INF', 'NaN'] }] };
    case 'decimal':
      return isParam
        ? { type: ['string', 'integer'], pattern: '^[+-]?[0-9]+([.][0-9]+)?$' }
        : { type: 'string' };
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
      return isParam ? stringSchema(shape) : { type: 'string' };
    case 'dateTime':
      return { type: 'string' };
    case 'bytes':
      return { type: 'string', contentEncoding: 'base64' };
    case 'any':
      return {};
    case 'array':
      return arraySchema(shape.of as Shape, direction);
    case 'struct':
      return structSchema(shape, direction);
  }
}

function arraySchema(item: Shape, direction: Direction): JsonSchema {
  const items = schemaOf(item, direction);
  // A row that cannot be read is null.
  return { type: 'array', items: direction === 'params' ? items : nullable(items) };
}

function stringSchema(shape: Extract<Shape, { kind: 'string' }>): JsonSchema {
  const { minLength, maxLength, pattern } = shape;
  return {
    type: 'string',
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern !== undefined && isPortable(pattern) ? { pattern: pattern.source } : {}),
    ...closed(shape),
  };
}

/** JSON Schema has no flags, and reads patterns as Unicode. What it cannot say is checked all the same. */
function isPortable({ source, flags }: RegExp): boolean {
  if (/[^gyu]/.test(flags)) return false;
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

function closed({ values, open }: Extract<Shape, { kind: 'int' | 'string' }>): JsonSchema {
  return values === undefined || open === true ? {} : { enum: values.map(({ value }) => value) };
}

function structSchema(shape: StructShape, direction: Direction): JsonSchema {
  const isParam = direction === 'params';
  const members = Object.entries<Members[string]>(shape.members)
    .filter(([, member]) => isParam || member.secret !== true)
    .map(([name, member]) => ({
      name,
      member,
      twin: twinName(name, member),
      isNeeded: isParam ? !isOptional(member) : isKey(member),
    }));
  const rules = isParam ? (shape.constraints ?? []) : [];
  // A parameter with two names may be sent under either.
  const eitherOf = members.flatMap(({ name, twin, isNeeded }) =>
    isParam && isNeeded && twin !== undefined ? [[name, twin]] : [],
  );
  const required = members.filter(({ twin, isNeeded }) => isNeeded && !(isParam && twin !== undefined));
  const allOf = [
    ...rules.flatMap(constraintSchemas),
    ...eitherOf.flatMap((names) => constraintSchemas({ rule: 'atLeastOneOf', members: names })),
  ];
  return {
    type: 'object',
    properties: Object.fromEntries(
      members.flatMap((one) => {
        const schema = schemaOf(one.member, direction);
        const own = required.includes(one) ? schema : nullable(schema);
        const { name, twin } = one;
        const other = twin === undefined ? [] : [[twin, { ...own, description: twinNote(name) }] as const];
        return [[name, own] as const, ...other];
      }),
    ),
    ...(required.length > 0 ? { required: required.map(({ name }) => name) } : {}),
    ...(isParam && shape.open !== true ? { additionalProperties: false } : {}),
    ...(allOf.length > 0 ? { allOf } : {}),
    ...(rules.length > 0 ? { $comment: rules.map(constraintText).join(' ') } : {}),
  };
}

/** One without a type takes null already. */
function nullable(schema: JsonSchema): JsonSchema {
  const { type, enum: values, anyOf } = schema;
  if (Array.isArray(anyOf)) {
    return { ...schema, anyOf: [...(anyOf as readonly unknown[]), { type: 'null' }] };
  }
  if (type === undefined) return schema;
  return {
    ...schema,
    type: [...(Array.isArray(type) ? (type as readonly unknown[]) : [type]), 'null'],
    ...(Array.isArray(values) ? { enum: [...(values as readonly unknown[]), null] } : {}),
  };
}
