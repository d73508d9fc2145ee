import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCheck } from '../../src/operation/check.js';
import { array, boolean, int, int64, key, optional, string, struct } from '../../src/operation/shape.js';
import { answersOf, decodedOf, inputsOf } from './shape-values.js';

const TEXT = { text: fc.constantFrom('', 'abc', '<&>', '\u{1F600}'.repeat(9)) };
const DRAWS = 500;

const drawn = (arbitrary: fc.Arbitrary<unknown>): readonly unknown[] =>
  fc.sample(arbitrary, { numRuns: DRAWS, seed: 7 });

const shape = struct(
  {
    kind: string('', { values: [{ value: 'C', meaning: 'customer' }] }),
    short: string('', { minLength: 2, maxLength: 4 }),
    digits: string('', { pattern: /^[0-9]{3}$/ }),
    share: int('', { min: 0, max: 100 }),
    auth: optional(struct({ login: optional(string('')), id: optional(int('')), secret: string('') })),
    name: optional(string('')),
    limits: array(struct({ limit: optional(int64('')), none: optional(boolean('')) }), ''),
  },
  '',
  {
    constraints: [
      { rule: 'anySet', sets: [['name'], ['auth.login', 'auth.id?']] },
      { rule: 'exactlyOneOf', members: ['limits[].limit', 'limits[].none'] },
    ],
  },
);

describe('values of a shape', () => {
  it('pass its check, as parameters', () => {
    const check = compileCheck(shape);
    for (const value of drawn(inputsOf(shape, TEXT))) expect(check(value)).toEqual([]);
  });

  it('take up every alternative of a constraint, and edges of types', () => {
    const inputs = drawn(inputsOf(shape, TEXT)) as {
      readonly name?: string;
      readonly auth?: { readonly login?: string };
      readonly share: number;
      readonly limits: readonly { readonly limit?: bigint; readonly none?: boolean }[];
    }[];
    expect(inputs.some(({ name, auth }) => name !== undefined && auth === undefined)).toBe(true);
    expect(inputs.some(({ name, auth }) => name === undefined && auth?.login !== undefined)).toBe(true);
    expect(new Set(inputs.map(({ share }) => share))).toContain(100);
    const limits = inputs.flatMap((input) => input.limits);
    expect(limits.some(({ limit }) => limit === 2n ** 63n - 1n)).toBe(true);
    expect(limits.some(({ none }) => none !== undefined)).toBe(true);
    expect(inputs.some((input) => input.limits.length === 0)).toBe(true);
  });

  it('cannot be made of constraints that exclude each other', () => {
    const impossible = struct({ a: optional(int('')), b: int('') }, '', {
      constraints: [
        { rule: 'exactlyOneOf', members: ['a', 'b'] },
        { rule: 'exactlyOneSet', sets: [['a']] },
      ],
    });
    expect(() => inputsOf(impossible, TEXT)).toThrow('exclude each other');
  });

  it('go beyond enumerations and bounds, as answers, and keep only what is certain', () => {
    const result = struct({
      id: key(int('')),
      share: int('', { min: 0, max: 1 }),
      pin: string('', { secret: true }),
    });
    const answers = drawn(answersOf(result, TEXT)) as Record<string, unknown>[];
    expect(answers.every(({ id }) => id !== undefined)).toBe(true);
    expect(answers.some(({ share }) => share === 2147483647)).toBe(true);
    expect(answers.some(({ share }) => share === undefined)).toBe(true);
    expect(decodedOf(result, { id: 7, pin: '1234' })).toEqual({ id: 7, share: null, pin: null });
  });
});
