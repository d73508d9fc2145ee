import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAnswer, encodeAnswer, NotKeepableError } from '../../../src/cache/answer-codec.js';

const roundTrip = (value: unknown): unknown => decodeAnswer(encodeAnswer(value));

describe('an answer that is kept', () => {
  it.each([
    ['texts', ['', 'a', '{"$":["bigint","5"]}']],
    ['numbers', [0, 1.5, -3, 2 ** 53]],
    [
      'numbers that JSON has no form for',
      [-0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ],
    ['bigints', [0n, -5n, 2n ** 63n]],
    ['booleans, null and undefined', [true, false, null, undefined]],
    ['bytes', new Uint8Array([0, 255, 128])],
    ['dates', [new Date(0), new Date('2026-02-03T04:05:06.789Z'), new Date(Number.NaN)]],
    ['members that are undefined', { a: undefined, b: null }],
    ['members with the name of a tag', { $: ['bigint', '5'], deep: { $: { $: [] } } }],
    ['no members', [{}, []]],
  ])('comes back equal: %s', (_, value) => {
    expect(roundTrip(value)).toStrictEqual(value);
  });

  it('comes back equal whatever it holds', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withNullPrototype: false,
      key: fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'constructor', 'toJSON', 'then')),
    });
    fc.assert(
      // Without an opinion on members that are called `constructor`, which the matchers have.
      fc.property(anything, (value) => isDeepStrictEqual(roundTrip(value), value)),
    );
  });

  it('keeps a member called __proto__ a member', () => {
    const value: unknown = JSON.parse('{"__proto__": {"isAdmin": true}}');
    const back = roundTrip(value) as Record<string, unknown>;
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
    expect(Object.hasOwn(back, '__proto__')).toBe(true);
    expect(back.isAdmin).toBeUndefined();
  });

  it.each([
    ['an error among its rows', [{ id: 1 }, new Error('row 2 cannot be read')]],
    ['an object of a class', { when: new Map() }],
    ['a function', { get: () => undefined }],
    ['a symbol', [Symbol('a')]],
  ])('must not hold %s', (_, value) => {
    expect(() => encodeAnswer(value)).toThrow(NotKeepableError);
  });

  it.each(['', 'x', '{"$":["nonsense"]}', '{"$":["bigint","x"]}', '{"$":5}', '{"$":null}'])(
    'is no answer when it is damaged: %s',
    (text) => {
      expect(() => decodeAnswer(text)).toThrow();
    },
  );
});
