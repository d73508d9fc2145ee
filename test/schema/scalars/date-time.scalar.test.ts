import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateScalar } from '../../../schema/scalars/date.scalar.js';
import { DateTimeScalar } from '../../../schema/scalars/date-time.scalar.js';

describe('a DateTime', () => {
  it.each([
    '2026-11-21T09:30:00+01:00',
    '2026-11-21T09:30:00Z',
    '2026-11-21t09:30:00.123456789z',
    '2028-02-29T00:00:00-11:30',
    '0001-01-01T23:59:59Z',
  ])('is the instant %s, as it was written', (text) => {
    expect(DateTimeScalar.parseValue(text)).toBe(text);
    expect(DateTimeScalar.serialize(text)).toBe(text);
    expect(DateTimeScalar.parseLiteral(parseValue(`"${text}"`), {})).toBe(text);
  });

  it.each([
    ['a day that there is not', '2026-02-30T00:00:00Z'],
    ['29 February of another year', '2026-02-29T00:00:00Z'],
    ['31 April', '2026-04-31T12:00:00+02:00'],
    ['a month that there is not', '2026-13-01T00:00:00Z'],
    ['the end of a day as an hour of it', '2026-11-21T24:00:00Z'],
    ['a minute that there is not', '2026-11-21T09:60:00Z'],
    ['an offset that there is not', '2026-11-21T09:30:00+25:00'],
    ['no offset', '2026-11-21T09:30:00'],
    ['no seconds', '2026-11-21T09:30Z'],
    ['a day alone', '2026-11-21'],
    ['a number', 1_795_300_000],
    ['nothing', null],
  ])('is not %s', (_name, value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow('DateTime takes an instant');
  });
});

describe('a Date', () => {
  it.each(['2026-11-21', '2028-02-29'])('is the day %s', (text) => {
    expect(DateScalar.parseValue(text)).toBe(text);
  });

  it.each(['2026-02-30', '2026-11-21T00:00:00Z', '26-11-21', 20261121])('is not %s', (value) => {
    expect(() => DateScalar.parseValue(value)).toThrow('Date takes a day of the calendar');
  });
});
