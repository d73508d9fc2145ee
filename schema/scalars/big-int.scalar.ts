import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;
const RULE = 'BigInt takes a 64-bit integer as a string of digits, or as a number up to 2^53 - 1';

function toBigInt(value: unknown): bigint {
  const parsed =
    typeof value === 'bigint'
      ? value
      : (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) || Number.isSafeInteger(value)
        ? BigInt(value as string | number)
        : undefined;
  if (parsed === undefined || parsed < MIN || parsed > MAX) throw new GraphQLError(RULE);
  return parsed;
}

/** A 64-bit integer: JSON numbers lose digits above 2^53, so answers carry a string. */
export const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description:
    'A 64-bit integer. Answers carry it as a string, since JSON numbers lose digits; input takes both.',
  serialize: (value) => toBigInt(value).toString(),
  parseValue: toBigInt,
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING && node.kind !== Kind.INT) throw new GraphQLError(RULE, { nodes: node });
    return toBigInt(node.value);
  },
});
