import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay } from './date.scalar.js';

const RULE = 'DateTime takes an instant as RFC 3339 writes it, with its offset: 2026-11-21T09:30:00+01:00';
const RFC_3339 = /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

function toDateTime(value: unknown): string {
  const [, day] = typeof value === 'string' ? (RFC_3339.exec(value) ?? []) : [];
  // JavaScript reads 30 February as 2 March, and a panel would be told that.
  if (day === undefined || !isDay(day) || Number.isNaN(Date.parse(String(value)))) {
    throw new GraphQLError(RULE);
  }
  return String(value);
}

export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant with its offset from UTC, `2026-11-21T09:30:00+01:00`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: toDateTime,
  parseValue: toDateTime,
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING) throw new GraphQLError(RULE, { nodes: node });
    return toDateTime(node.value);
  },
});
