import fc from 'fast-check';
import type { ScalarShape } from '../../src/operation/check-scalar.js';
import type { Int64Shape, IntShape, StringShape } from '../../src/operation/shape.js';

/** What shapes leave to the protocol: which texts it can carry, and how it writes what it has its own form for. */
export interface ProtocolValues {
  /** Texts that it can carry, the awkward ones among them. */
  readonly text: fc.Arbitrary<string>;
  /** Left out where no shape asks for one. */
  readonly dateTime?: fc.Arbitrary<string>;
  /** For members of which no document says what they are, and for members that an open struct does not name. */
  readonly any?: fc.Arbitrary<unknown>;
}

/** What the descriptor's rules are asked of: parameters. Of an answer they only say what to expect. */
export type Obeys = 'all rules' | 'the type alone';

/** Values of one shape: those at the edges of its type or of its bounds, and others. */
export function scalarValues(
  shape: ScalarShape,
  protocol: ProtocolValues,
  obeys: Obeys,
): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'int':
      return intValues(obeys === 'all rules' ? shape : {});
    case 'int64':
      return int64Values(obeys === 'all rules' ? shape : {});
    case 'double':
      return fc.oneof(
        fc.constantFrom(0, 10, 1e-7, 1e21, -0.5, Number.MAX_VALUE, Number.MIN_VALUE),
        // Negative zero has no form in most protocols.
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      );
    case 'decimal':
      return fc.oneof(
        fc.constantFrom('0', '-1', '0.00', '0.10', '123456789012345678901234567890.12'),
        fc.stringMatching(/^-?[1-9][0-9]{0,6}\.[0-9]{2}$/),
      );
    case 'boolean':
      return fc.boolean();
    case 'string':
      return stringValues(obeys === 'all rules' ? shape : {}, protocol);
    case 'dateTime':
      return asked(protocol.dateTime, shape);
    case 'bytes':
      return fc.uint8Array({ maxLength: 40 });
    case 'any':
      return asked(protocol.any, shape);
  }
}

function asked<T>(values: fc.Arbitrary<T> | undefined, { kind }: ScalarShape): fc.Arbitrary<T> {
  if (values === undefined) throw new TypeError(`The test names no values of kind ${kind}.`);
  return values;
}

type Rules<S> = Partial<S>;

function intValues({ values, open, min, max }: Rules<IntShape>): fc.Arbitrary<number> {
  if (values !== undefined && open !== true) return fc.constantFrom(...values.map(({ value }) => value));
  const least = min ?? -2147483648;
  const most = max ?? 2147483647;
  const edges = [least, -1, 0, 1, most].filter((value) => least <= value && value <= most);
  return fc.oneof(fc.constantFrom(...edges), fc.integer({ min: least, max: most }));
}

function int64Values({ min, max }: Rules<Int64Shape>): fc.Arbitrary<bigint> {
  const least = min ?? -(2n ** 63n);
  const most = max ?? 2n ** 63n - 1n;
  // Beyond what a number holds exactly, and beyond 32 bits.
  const edges = [least, -1n, 0n, 2n ** 31n, 2n ** 53n + 1n, most].filter(
    (value) => least <= value && value <= most,
  );
  return fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: least, max: most }));
}

function stringValues(
  { values, open, minLength = 0, maxLength, pattern }: Rules<StringShape>,
  { text }: ProtocolValues,
): fc.Arbitrary<string> {
  const known = (values ?? []).map(({ value }) => value);
  if (known.length > 0 && open !== true) return fc.constantFrom(...known);
  const bounded = text.map((value) => {
    const characters = [...value].slice(0, maxLength);
    return characters.join('') + 'x'.repeat(Math.max(0, minLength - characters.length));
  });
  const free =
    pattern === undefined
      ? bounded
      : fc.stringMatching(pattern).filter((value) => {
          const { length } = [...value];
          return minLength <= length && length <= (maxLength ?? length);
        });
  return known.length > 0 ? fc.oneof(fc.constantFrom(...known), free) : free;
}
