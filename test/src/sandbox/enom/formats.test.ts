import { describe, expect, it } from 'vitest';
import {
  addMonths,
  balanceAmount,
  orderAmount,
  slashDateTime,
} from '../../../../src/sandbox/enom/formats.js';

describe('a date with time', () => {
  it.each([
    ['2026-05-03T02:14:59Z', '5/3/2026 2:14:59 AM'],
    ['2026-11-25T00:00:00Z', '11/25/2026 12:00:00 AM'],
    ['2026-11-25T12:07:08Z', '11/25/2026 12:07:08 PM'],
    ['2026-11-25T23:59:59Z', '11/25/2026 11:59:59 PM'],
  ])('%s is written %s', (iso, written) => {
    expect(slashDateTime(new Date(iso))).toBe(written);
  });
});

describe('months added', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('to %s, %i of them, give %s', (from, months, to) => {
    expect(addMonths(new Date(from), months)).toEqual(new Date(to));
  });
});

describe('money', () => {
  it('of an order has no decimals where it is whole', () => {
    expect([1_500, 450, 5].map(orderAmount)).toEqual(['15', '4.50', '0.05']);
  });

  it('of a balance always has decimals, and commas between thousands', () => {
    expect([370_920, 998_284_050, 0].map(balanceAmount)).toEqual(['3,709.20', '9,982,840.50', '0.00']);
  });
});
