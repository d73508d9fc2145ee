import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RULE = 'Date takes a day of the calendar as YYYY-MM-DD';

/** Whether the calendar has this day, which is written as `2026-11-21`. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

function toDate(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || !isDay(value)) {
    throw new GraphQLError(RULE);
  }
  return value;
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, `2026-11-21`, without a time or a zone.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: toDate,
  parseValue: toDate,
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING) throw new GraphQLError(RULE, { nodes: node });
    return toDate(node.value);
  },
});
