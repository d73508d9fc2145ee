import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RULE =
  'Decimal takes digits with a decimal point, up to 20 before and 20 behind it, as a string, or as a number of at most 15 digits';
const DECIMAL = /^-?\d{1,20}(?:\.\d{1,20})?$/;
/** A number of so many digits stands for one decimal only; of more, nobody knows what was meant. */
const SAFE_DIGITS = 15;

const isSafe = (digits: string): boolean =>
  digits.replace(/^[-0.]+/, '').replace('.', '').length <= SAFE_DIGITS;

function toDecimal(value: unknown): string {
  if (typeof value === 'string' && DECIMAL.test(value)) return value;
  // A number that is written with an exponent fails the pattern.
  const digits = typeof value === 'number' ? String(value) : '';
  if (!DECIMAL.test(digits) || !isSafe(digits)) throw new GraphQLError(RULE);
  return digits;
}

/** Money: exact decimal digits as text from end to end, since binary fractions cannot hold most of them. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number. Answers carry it as a string, since JSON numbers lose digits; input takes a string, or a number of at most 15 digits.',
  serialize: toDecimal,
  parseValue: toDecimal,
  parseLiteral: (node) => {
    switch (node.kind) {
      case Kind.STRING:
      case Kind.INT:
      case Kind.FLOAT:
        // The digits of a literal stand as they were written.
        return toDecimal(node.value);
      default:
        throw new GraphQLError(RULE, { nodes: node });
    }
  },
});
