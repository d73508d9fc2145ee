import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DecimalScalar } from '../../../schema/scalars/decimal.scalar.js';

const literal = (text: string) => DecimalScalar.parseLiteral(parseValue(text), {});
const LONG = '12345678901234567890.12345678901234567890';

describe('a Decimal', () => {
  it.each(['0', '-1', '19.95', '0.10', '007', LONG])('is the text %s, from end to end', (text) => {
    expect(DecimalScalar.parseValue(text)).toBe(text);
    expect(DecimalScalar.serialize(text)).toBe(text);
    expect(literal(`"${text}"`)).toBe(text);
  });

  it('keeps the digits of a literal as they were written', () => {
    expect(literal('19.90')).toBe('19.90');
    expect(literal(LONG)).toBe(LONG);
  });

  it.each([
    [19.95, '19.95'],
    [-3, '-3'],
    [123456789012345, '123456789012345'],
    [0.000123, '0.000123'],
  ])('is the number %d where its digits are certain', (number, text) => {
    expect(DecimalScalar.parseValue(number)).toBe(text);
  });

  it.each([0.1 + 0.2, 2 ** 53, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY])(
    'is not the number %d',
    (number) => {
      expect(() => DecimalScalar.parseValue(number)).toThrow('Decimal takes digits');
    },
  );

  it.each([
    '',
    ' 1',
    '1,5',
    '.5',
    '5.',
    '1e3',
    '+1',
    'NaN',
    '١',
    '1\n',
    '1'.repeat(21),
    `0.${'1'.repeat(21)}`,
  ])('is not the text %j', (text) =>
    expect(() => DecimalScalar.parseValue(text)).toThrow('Decimal takes digits'),
  );

  it.each([null, true, {}, [], 5n])('is no value like %o', (value) => {
    expect(() => DecimalScalar.parseValue(value)).toThrow('Decimal takes digits');
  });

  it('is no literal of another kind', () => {
    for (const text of ['true', '1e3', '[1]', 'ENUM'])
      expect(() => literal(text)).toThrow('Decimal takes digits');
  });
});
