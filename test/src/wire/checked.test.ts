import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckSettings, compileCheck } from '../../../src/operation/check.js';
import {
  array,
  type Constraint,
  int,
  optional,
  type Shape,
  type StructShape,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { checked } from '../../../src/wire/checked.js';
import { compileForm } from '../../../src/wire/httpxml/index.js';
import { compileMethod } from '../../../src/wire/soap/document/index.js';
import { compileEncoder as compileEncoded } from '../../../src/wire/soap/encoded/index.js';
import { WireError } from '../../../src/wire/wire-error.js';
import { compileEncoder as compileXmlRpc } from '../../../src/wire/xmlrpc/index.js';

type Kind = Exclude<Shape['kind'], 'struct' | 'array'>;

interface Encoding {
  readonly name: string;
  readonly settings: CheckSettings;
  /** That it has a form for. */
  readonly kinds: readonly Kind[];
  readonly hasStructs: boolean;
  compile(params: StructShape): (input: unknown) => string;
}

// The types forbid most inputs of this file; callers that are not compiled with them exist.
type Encode = (input: unknown) => string;
const COMMON = ['int', 'int64', 'decimal', 'boolean', 'string'] as const;
const ENCODINGS: readonly Encoding[] = [
  {
    name: 'XML-RPC',
    settings: {},
    kinds: [...COMMON, 'double', 'dateTime', 'bytes', 'any'],
    hasStructs: true,
    compile: (params) => compileXmlRpc(params, { int64: 'string' }) as Encode,
  },
  {
    name: 'document/literal SOAP',
    settings: { nullIsAbsent: true },
    kinds: [...COMMON, 'double', 'dateTime'],
    hasStructs: true,
    compile: (params) => compileMethod({ name: 'Ask', namespace: 'urn:a', params, result: null }).encode,
  },
  {
    name: 'encoded SOAP',
    settings: { nullIsAbsent: true },
    kinds: [...COMMON, 'double'],
    hasStructs: true,
    compile: (params) =>
      compileEncoded('ask', params, { namespace: '', typeNamespace: 'urn:a', beans: 'inline' }) as Encode,
  },
  {
    name: 'forms',
    settings: {},
    kinds: COMMON,
    hasStructs: false,
    compile: (params) => compileForm(params) as Encode,
  },
];

/** Values that the encodings can carry; whether a shape allows them is another matter. */
const VALUES: Readonly<Record<Kind, readonly unknown[]>> = {
  int: [0, 1, 2, -5, 2 ** 31 - 1, 2 ** 31],
  int64: [0n, 1n, 2n ** 63n - 1n, 2n ** 63n],
  double: [0, 0.5, -1e21],
  decimal: ['9.95', '-1'],
  boolean: [true, false],
  string: ['', 'a', 'bb', '<&>', '😀😀😀'],
  dateTime: ['2024-02-29T23:59:07'],
  bytes: [Uint8Array.of(1, 2)],
  any: [null, 'a', { b: [1] }],
};
/** Of any kind, or of none. */
const STRAYS = [undefined, null, 0.5, 5n, '2024-02-29T23:59:07', [], {}, { s3cret: 1 }, [null]];

const RULES: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { min: 1, max: 5 },
  { minLength: 1, maxLength: 2 },
  { pattern: /^[a-z]*$/ },
  { values: [1, 'a'].map((value) => ({ value, meaning: '' })) },
  { values: [{ value: 1, meaning: '' }], open: true },
];

const NAMES = ['a', 'b', 'c'] as const;
const someNames = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 });
const constraint: fc.Arbitrary<Constraint> = fc.oneof(
  fc.record({ rule: fc.constantFrom('exactlyOneOf', 'atLeastOneOf', 'atMostOneOf'), members: someNames }),
  fc.record({
    rule: fc.constantFrom('exactlyOneSet', 'anySet'),
    sets: fc.array(someNames, { minLength: 1, maxLength: 2 }),
  }),
);

function shapesOf({ kinds, hasStructs }: Encoding): fc.Arbitrary<StructShape> {
  const scalar = fc
    .tuple(fc.constantFrom(...kinds), fc.constantFrom(...RULES))
    // A rule that the kind does not know says nothing.
    .map(([kind, rules]) => ({ description: '', ...rules, kind }) as Shape);
  const structOf = (member: fc.Arbitrary<Shape>): fc.Arbitrary<StructShape> =>
    fc
      .tuple(
        fc.tuple(member, member, member),
        fc.array(fc.boolean(), { minLength: 3 }),
        fc.array(constraint, { maxLength: 1 }),
      )
      .map(([shapes, optionals, constraints]) =>
        struct(
          Object.fromEntries(
            NAMES.map((name, index) => {
              const shape = shapes[index] ?? int('');
              return [name, optionals[index] ? optional(shape) : shape];
            }),
          ),
          '',
          { constraints, typeName: 'Bean' },
        ),
      );
  const list = (of: fc.Arbitrary<Shape>): fc.Arbitrary<Shape> =>
    of.map((each) => array(each, '', { itemName: 'i' }));
  const inner = structOf(scalar);
  return structOf(fc.oneof(scalar, list(scalar), list(inner), ...(hasStructs ? [inner] : [])));
}

/** Values of the shape's kinds, save for a stray one now and then; rules are kept by chance. */
function inputsOf(shape: Shape): fc.Arbitrary<unknown> {
  const fitting = (): fc.Arbitrary<unknown> => {
    if (shape.kind === 'array') return fc.array(inputsOf(shape.of), { maxLength: 3 });
    if (shape.kind !== 'struct') return fc.constantFrom(...VALUES[shape.kind]);
    const members = Object.entries<Shape>(shape.members).map(
      ([name, member]) => [name, inputsOf(member)] as const,
    );
    return fc.record({ ...Object.fromEntries(members), d: fc.constant(undefined) }, { requiredKeys: [] });
  };
  return fc.oneof({ weight: 12, arbitrary: fitting() }, { weight: 1, arbitrary: fc.constantFrom(...STRAYS) });
}

describe('what the check of a shape lets pass, and nothing else, is encoded', () => {
  it.each(ENCODINGS.map((encoding) => [encoding.name, encoding] as const))('by %s', (_name, encoding) => {
    const cases = shapesOf(encoding).chain((shape) => fc.tuple(fc.constant(shape), inputsOf(shape)));
    const seen = { refused: 0, encoded: 0 };
    fc.assert(
      fc.property(cases, ([shape, input]) => {
        const problems = compileCheck(shape, encoding.settings)(input);
        const encode = encoding.compile(shape);
        if (problems.length === 0) {
          seen.encoded += 1;
          expect(encode(input)).toEqual(expect.any(String));
        } else {
          seen.refused += 1;
          expect(() => encode(input)).toThrow(WireError);
          expect(() => encode(input)).toThrow(problems[0]?.message ?? '');
        }
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.refused, seen.encoded)).toBeGreaterThan(50);
  });
});

describe('the error of a refused input', () => {
  const params = struct({
    country: string('', { minLength: 2 }),
    limits: array(struct({ max: int('', { max: 9 }) }), ''),
  });
  const encode = checked(params, () => 'encoded');

  it('names path and rule of each problem', () => {
    const limits = [{ max: 1 }, { max: 10 }, { min: 1 }];
    expect(() => encode({ country: 'u', limits })).toThrow(
      new WireError(
        'country: shorter than the minLength of 2; limits[1].max: above the max of 9; ' +
          'limits[2].max: missing; limits[2].min: is no member of limits[]',
      ),
    );
    expect(() => encode(5)).toThrow(new WireError('not a struct'));
  });

  it('does not name them all where there are many', () => {
    const limits = Array.from({ length: 1000 }, () => ({ max: 10 }));
    expect(() => encode({ country: 'uk', limits })).toThrow(/limits\[9\]\.max: above [^;]*; and 990 more$/);
  });

  it('comes before anything is encoded', () => {
    let asked = 0;
    const counting = checked(params, () => {
      asked += 1;
      return 'encoded';
    });
    expect(() => counting({})).toThrow(WireError);
    expect(asked).toBe(0);
    expect(counting({ country: 'uk', limits: [] })).toBe('encoded');
  });
});
