import { describe, expect, it } from 'vitest';
import { inputDigest } from '../../../src/writes/input-digest.js';

const digest = (input: unknown, secret = 1, mutation = 'm'): string =>
  inputDigest(Buffer.alloc(32, secret), mutation, input);

describe('inputDigest', () => {
  it.each([
    {
      what: 'members in another order',
      one: { a: 1, b: { c: 2, d: 3 } },
      other: { b: { d: 3, c: 2 }, a: 1 },
    },
    { what: 'a member that is undefined and none', one: { a: 1, b: undefined }, other: { a: 1 } },
    { what: 'one instant twice', one: { at: new Date(5) }, other: { at: new Date(5) } },
  ])('is the same for $what', ({ one, other }) => {
    expect(digest(one)).toBe(digest(other));
  });

  it.each([
    { what: 'a number from its text', one: { a: 1 }, other: { a: '1' } },
    { what: 'a long number from a short one', one: { a: 5n }, other: { a: 5 } },
    { what: 'a long number from its text', one: { a: 5n }, other: { a: '5n' } },
    { what: 'null from nothing', one: { a: null }, other: {} },
    { what: 'lists by their order', one: ['a', 'b'], other: ['b', 'a'] },
    { what: 'a nested member from a dotted one', one: { a: { b: 1 } }, other: { 'a.b': 1 } },
    { what: 'names that look like several', one: { 'a":1,"b': 1 }, other: { a: 1, b: 1 } },
    { what: 'instants', one: { at: new Date(5) }, other: { at: new Date(6) } },
    { what: 'an instant from its text', one: new Date(5), other: new Date(5).toISOString() },
    { what: 'an empty list from an empty map', one: { a: [] }, other: { a: {} } },
  ])('tells $what', ({ one, other }) => {
    expect(digest(one)).not.toBe(digest(other));
  });

  it('differs with the secret and with the mutation', () => {
    expect(new Set([digest('x'), digest('x', 2), digest('x', 1, 'n')]).size).toBe(3);
  });
});
