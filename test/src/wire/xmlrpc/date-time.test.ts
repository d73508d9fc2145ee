import { describe, expect, it } from 'vitest';
import { XmlRpcDateTime } from '../../../../src/wire/xmlrpc/index.js';

const FIELDS = {
  year: 1998,
  month: 7,
  day: 17,
  hour: 14,
  minute: 8,
  second: 55,
  nanosecond: 0,
  offsetMinutes: null,
};

describe('a date and time', () => {
  it.each([
    ['as specified', '19980717T14:08:55', {}],
    ['with dashes', '1998-07-17T14:08:55', {}],
    ['without colons', '19980717T140855', {}],
    ['with blanks around it', ' \n19980717T14:08:55\t', {}],
    ['with milliseconds', '19980717T14:08:55.125', { nanosecond: 125_000_000 }],
    ['with a decimal comma', '19980717T14:08:55,5', { nanosecond: 500_000_000 }],
    ['with nanoseconds', '19980717T14:08:55.000000001', { nanosecond: 1 }],
    ['in UTC', '1998-07-17T14:08:55Z', { offsetMinutes: 0 }],
    ['east of Greenwich', '19980717T14:08:55+05:30', { offsetMinutes: 330 }],
    ['west of Greenwich', '19980717T14:08:55-0430', { offsetMinutes: -270 }],
    ['with hours of offset only', '19980717T14:08:55+02', { offsetMinutes: 120 }],
    ['with an offset of nothing', '19980717T14:08:55-00:00', { offsetMinutes: 0 }],
  ])('is read %s', (_id, text, changed) => {
    expect(XmlRpcDateTime.decode(text)).toMatchObject({ text: text.trim(), ...FIELDS, ...changed });
  });

  it.each([
    '',
    '1998',
    '19980717',
    '19980717T14:08',
    '19980717 14:08:55',
    '980717T14:08:55',
    '19980717T14:08:55x',
    '19980717T14:08:55+1',
    '19980717T14:08:55.',
  ])('is not %j', (text) => {
    expect(XmlRpcDateTime.decode(text)).toBeUndefined();
  });

  it('does not change', () => {
    expect(Object.isFrozen(XmlRpcDateTime.decode('19980717T14:08:55'))).toBe(true);
  });
});
