import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { isSecretName } from '../writes/mask.js';

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

function toBytes(value: unknown): Uint8Array {
  if (typeof value === 'string' && isBase64(value)) return Buffer.from(value, 'base64');
  throw new GraphQLError('Bytes takes base64 with its padding, without line breaks');
}

export const BytesScalar = new GraphQLScalarType<Uint8Array, string>({
  name: 'Bytes',
  description: 'Bytes as base64.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc4648#section-4',
  serialize: (value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value)),
  parseValue: toBytes,
  parseLiteral: (node) => toBytes(node.kind === Kind.STRING ? node.value : undefined),
});

/** How XML Schema writes what JSON has no number for: some panels say "no limit" so. */
const INFINITE: Readonly<Record<string, number>> = {
  INF: Number.POSITIVE_INFINITY,
  '-INF': Number.NEGATIVE_INFINITY,
};

/** A number as JSON can write it. */
export const fromDouble = (value: number): number | string => {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF';
};

/** The number that one of these texts stands for; whatever else comes stays as it is. */
export const toDouble = (value: unknown): unknown =>
  typeof value === 'string' && Object.hasOwn(INFINITE, value) ? INFINITE[value] : value;

function parseDouble(value: unknown): number {
  const number = toDouble(value);
  if (typeof number === 'number') return number;
  throw new GraphQLError('Double takes a number, "INF" or "-INF"');
}

export const DoubleScalar = new GraphQLScalarType<number, number | string>({
  name: 'Double',
  description: 'A floating-point number; `"INF"` and `"-INF"` where it has no end.',
  serialize: (value) => fromDouble(Number(value)),
  parseValue: parseDouble,
  parseLiteral(node) {
    if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
    return parseDouble(node.kind === Kind.STRING ? node.value : undefined);
  },
});

const text = (name: string, description: string, rule: string, pattern: RegExp) => {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new GraphQLError(`${name} takes ${rule}`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    // What a panel writes is told as it is, be it odd.
    serialize: String,
    parseValue: check,
    parseLiteral: (node) => check('value' in node && node.kind !== Kind.BOOLEAN ? node.value : undefined),
  });
};

export const PanelDecimalScalar = text(
  'Decimal',
  'An exact decimal number as the panel writes it: a string, since JSON numbers lose digits.',
  'digits with a decimal point, as a string',
  /^[+-]?\d{1,40}(?:\.\d{1,40})?$/,
);

export const PanelDateTimeScalar = text(
  'PanelDateTime',
  'A date and time as the panel writes it, `20261121T09:30:00` or `2026-11-21T09:30:00`. It has no zone: the panel’s own counts.',
  'a date and time as the panel writes it, as a string',
  /^[0-9T:.Z+-]{8,40}$/i,
);

/**
 * A value of no documented form as JSON has it. Members whose names say that they are secrets are left out, whole
 * numbers beyond 2^53 are texts, bytes are base64.
 */
export function toJsonValue(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Error) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toJsonValue);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      isSecretName(name) ? [] : [[name, toJsonValue(member)]],
    ),
  );
}

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description:
    'Any value of JSON: for what no document of the panel describes. Answers leave out members whose names say that they are secrets.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: toJsonValue,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => plain(valueFromASTUntyped(node, variables)),
});

/** Objects of graphql-js have no prototype; ours are like those of a body. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
