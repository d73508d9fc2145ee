import type { ArrayShape, IntShape, Shape, StringShape, StructShape } from './shape.js';

/** A shape of one value, which no other shape is inside of. */
export type ScalarShape = Exclude<Shape, ArrayShape | StructShape>;

/** Rules that a shape can state about one value; each is named as the shape names it. */
export type ScalarRule = 'type' | 'values' | 'min' | 'max' | 'minLength' | 'maxLength' | 'pattern';

/** A rule that a value can break, with what is said when it does. */
export interface ScalarTest {
  readonly rule: ScalarRule;
  readonly message: string;
  /** @param value - what the kind's own test has let pass, where this is another */
  passes(value: unknown): boolean;
}

const DECIMAL = /^[+-]?[0-9]+(?:\.[0-9]+)?$/;

const KINDS: Readonly<Record<ScalarShape['kind'], Omit<ScalarTest, 'rule'>>> = {
  int: {
    message: 'not a 32-bit integer',
    passes: (value) => typeof value === 'number' && (value | 0) === value,
  },
  int64: {
    message: 'not a 64-bit integer',
    passes: (value) => typeof value === 'bigint' && BigInt.asIntN(64, value) === value,
  },
  double: { message: 'not a number', passes: (value) => typeof value === 'number' },
  decimal: {
    message: 'not a decimal number',
    passes: (value) => typeof value === 'string' && DECIMAL.test(value),
  },
  boolean: { message: 'not a boolean', passes: (value) => typeof value === 'boolean' },
  string: { message: 'not a string', passes: (value) => typeof value === 'string' },
  // How dates are written is the protocol's to say.
  dateTime: { message: 'not a date and time', passes: (value) => typeof value === 'string' },
  bytes: { message: 'not bytes', passes: (value) => value instanceof Uint8Array },
  any: { message: 'not a value', passes: (value) => value !== undefined },
};

/** @returns what a value has to pass first, and what it has to pass then, all of it */
export function scalarTests(shape: ScalarShape): {
  readonly type: ScalarTest;
  readonly rules: readonly ScalarTest[];
} {
  return { type: { rule: 'type', ...KINDS[shape.kind] }, rules: rulesOf(shape) };
}

function rulesOf(shape: ScalarShape): readonly ScalarTest[] {
  switch (shape.kind) {
    case 'int':
      return [...boundsOf(shape), ...valuesOf(shape)];
    case 'int64':
      return boundsOf(shape);
    case 'string':
      return [...lengthsOf(shape), ...patternOf(shape), ...valuesOf(shape)];
    default:
      return [];
  }
}

/** Numbers and bigints compare with each other as they should. */
function boundsOf({
  min,
  max,
}: {
  readonly min?: number | bigint;
  readonly max?: number | bigint;
}): ScalarTest[] {
  const tests: ScalarTest[] = [];
  if (min !== undefined) {
    tests.push({
      rule: 'min',
      message: `below the min of ${min}`,
      passes: (value) => (value as number | bigint) >= min,
    });
  }
  if (max !== undefined) {
    tests.push({
      rule: 'max',
      message: `above the max of ${max}`,
      passes: (value) => (value as number | bigint) <= max,
    });
  }
  return tests;
}

function lengthsOf({ minLength, maxLength }: StringShape): ScalarTest[] {
  const tests: ScalarTest[] = [];
  if (minLength !== undefined) {
    tests.push({
      rule: 'minLength',
      message: `shorter than the minLength of ${minLength}`,
      passes: (value) => lengthOf(value as string) >= minLength,
    });
  }
  if (maxLength !== undefined) {
    tests.push({
      rule: 'maxLength',
      message: `longer than the maxLength of ${maxLength}`,
      passes: (value) => lengthOf(value as string) <= maxLength,
    });
  }
  return tests;
}

/** In characters, one beyond U+FFFF being one. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}

function patternOf({ pattern }: StringShape): ScalarTest[] {
  if (pattern === undefined) return [];
  // Those two flags would make the outcome depend on earlier ones.
  const stateless = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return [
    {
      rule: 'pattern',
      message: `does not match the pattern ${pattern.source}`,
      passes: (value) => stateless.test(value as string),
    },
  ];
}

function valuesOf({ values, open }: IntShape | StringShape): ScalarTest[] {
  if (values === undefined || open === true) return [];
  const known = new Set<unknown>(values.map(({ value }) => value));
  return [
    {
      rule: 'values',
      message: `none of the values ${[...known].join(', ')}`,
      passes: (value) => known.has(value),
    },
  ];
}
