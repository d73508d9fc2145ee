import { describe, expect, it } from 'vitest';
import { inputDigest } from '../../../src/writes/input-digest.js';

const digest = (input: unknown, secret = 1, mutation = 'm'): string =>
  inputDigest(Buffer.alloc(32, secret), mutation, input);

describe('inputDigest', () => {
  it.each([
    [
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
  ])('is the same for %j and %j', (one, other) => {
    expect(digest(one)).toBe(digest(other));
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: 5n }, { a: 5 }],
    [{ a: 5n }, { a: '5n' }],
    [{ a: null }, {}],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [{ a: { b: 1 } }, { 'a.b': 1 }],
    [{ 'a":1,"b': 1 }, { a: 1, b: 1 }],
  ])('tells %j from %j', (one, other) => {
    expect(digest(one)).not.toBe(digest(other));
  });

  it('differs with the secret and with the mutation', () => {
    expect(new Set([digest('x'), digest('x', 2), digest('x', 1, 'n')]).size).toBe(3);
  });
});
