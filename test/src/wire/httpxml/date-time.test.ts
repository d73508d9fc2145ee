import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIsoDateTime } from '../../../../src/wire/httpxml/date-time.js';

describe('toIsoDateTime', () => {
  it.each([
    ['11/25/2015', '2015-11-25'],
    ['1/2/2015', '2015-01-02'],
    ['01/02/2015', '2015-01-02'],
    ['5/3/2010 2:14:59 AM', '2010-05-03T02:14:59'],
    ['8/25/2023 5:13:00 PM', '2023-08-25T17:13:00'],
    ['10/14/2017 12:00:00 AM', '2017-10-14T00:00:00'],
    ['10/14/2017 12:30:00 PM', '2017-10-14T12:30:00'],
    ['10/14/2017 23:05', '2017-10-14T23:05:00'],
    ['2015-09-21 20:48:58.000', '2015-09-21T20:48:58'],
    ['2016-05-23T08:50:21.673', '2016-05-23T08:50:21'],
    ['2015-06-04T13:00:00Z', '2015-06-04T13:00:00Z'],
    ['2015-06-04T13:00:00+02:00', '2015-06-04T13:00:00+02:00'],
    ['2015-06-04', '2015-06-04'],
    ['Apr 01, 2013', '2013-04-01'],
    ['Nov 11 2011 12:00AM', '2011-11-11T00:00:00'],
    ['Nov  1 2011  1:05PM', '2011-11-01T13:05:00'],
    ['September 9, 2020', '2020-09-09'],
    ['2/29/2016', '2016-02-29'],
  ])('reads %j as %s', (text, iso) => {
    expect(toIsoDateTime(text)).toBe(iso);
  });

  it.each([
    ['a day that does not exist', '2/30/2016'],
    ['29 February of a common year', '2/29/2015'],
    ['29 February of 1900', '2/29/1900'],
    ['a day before the month, as Europe writes it', '25/11/2015'],
    ['month 0', '0/10/2015'],
    ['day 0', '1/0/2015'],
    ['a year of two digits, whose century is a guess', '1/2/15'],
    ['hour 13 in the afternoon', '1/2/2015 13:00:00 PM'],
    ['hour 0 before noon', '1/2/2015 0:00:00 AM'],
    ['hour 24', '1/2/2015 24:00'],
    ['minute 60', '1/2/2015 1:60:00 AM'],
    ['a month that nobody knows', 'Foo 01, 2013'],
    ['a word', 'never'],
    ['something behind it', '11/25/2015!'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(toIsoDateTime(text)).toBeUndefined();
  });

  it('reads every moment that it was written from', () => {
    const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const american = new Intl.DateTimeFormat('en-US', {
          dateStyle: 'short',
          timeStyle: 'medium',
          timeZone: 'UTC',
        })
          .formatToParts(date)
          .map(({ type, value }) => (type === 'year' ? String(date.getUTCFullYear()) : value))
          .join('')
          .replace(/,/, '')
          .replace(/\u202f/g, ' ');
        expect(toIsoDateTime(american)).toBe(date.toISOString().slice(0, 19));
      }),
    );
  });
});
