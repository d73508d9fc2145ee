import { expect, it } from 'vitest';
import { formatDouble } from '../../../../../src/sandbox/hsphere/axis/java-double.js';

it.each([
  [0, '0.0'],
  [-0, '-0.0'],
  [1, '1.0'],
  [-1, '-1.0'],
  [0.1, '0.1'],
  [99.8, '99.8'],
  [0.001, '0.001'],
  [0.00099, '9.9E-4'],
  [1e-4, '1.0E-4'],
  [9_999_999, '9999999.0'],
  [1e7, '1.0E7'],
  [-12_345_678.5, '-1.23456785E7'],
  [1e10, '1.0E10'],
  [1.7976931348623157e308, '1.7976931348623157E308'],
  [Number.POSITIVE_INFINITY, 'INF'],
  [Number.NEGATIVE_INFINITY, '-INF'],
  [Number.NaN, 'NaN'],
])('prints %d as Java does, %s', (value, printed) => {
  expect(formatDouble(value)).toBe(printed);
});
