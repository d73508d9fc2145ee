import { describe, expect, it } from 'vitest';
import { BadUserInputError } from '../../../src/errors/index.js';
import { rawParams } from '../../../src/native/raw-params.js';

describe('parameters that nobody has described', () => {
  it('pass as they are, but for integers beyond 32 bits, which become bigints', () => {
    expect(
      rawParams({ a: 1, b: [2147483647, 2147483648, -5_000_000_000], c: { d: 1.5, e: 'x', f: true } }, [
        'params',
      ]),
    ).toEqual({ a: 1, b: [2147483647, 2147483648n, -5_000_000_000n], c: { d: 1.5, e: 'x', f: true } });
  });

  it.each([
    ['an integer that JSON has rounded', { a: [{ b: 2 ** 53 }] }],
    ['null', { a: { b: null } }],
  ])('are refused with %s in them', (_name, params) => {
    expect(() => rawParams(params, ['params'])).toThrow(BadUserInputError);
  });

  it('keep every name', () => {
    const made = rawParams(JSON.parse('{"__proto__": {"constructor": 1}}'), ['params']);
    expect(JSON.stringify(made)).toBe('{"__proto__":{"constructor":1}}');
  });
});
