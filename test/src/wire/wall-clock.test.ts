import { describe, expect, it } from 'vitest';
import { WallClock } from '../../../src/wire/wall-clock.js';

const berlin = new WallClock('Europe/Berlin');

describe('a clock on a wall', () => {
  it.each([
    ['in winter', '2016-01-06T09:15:27', '2016-01-06T09:15:27+01:00'],
    ['in summer', '2016-07-06T09:15:27.347', '2016-07-06T09:15:27.347+02:00'],
    ['right before clocks go forward', '2023-03-26T01:59:59', '2023-03-26T01:59:59+01:00'],
    ['right after', '2023-03-26T03:00:00', '2023-03-26T03:00:00+02:00'],
    ['right before clocks go back', '2018-10-28T01:59:59', '2018-10-28T01:59:59+02:00'],
    ['right after', '2018-10-28T03:00:00', '2018-10-28T03:00:00+01:00'],
    ['with seven digits of a second', '2016-01-06T09:15:27.1234567', '2016-01-06T09:15:27.1234567+01:00'],
  ])('shows Berlin’s time %s', (_when, text, instant) => {
    expect(berlin.toRfc3339(text)).toBe(instant);
  });

  it('takes an hour that exists twice, or never, for standard time', () => {
    expect(berlin.toRfc3339('2018-10-28T02:30:00')).toBe('2018-10-28T02:30:00+01:00');
    expect(berlin.toRfc3339('2023-03-26T02:30:00')).toBe('2023-03-26T02:30:00+01:00');
  });

  it.each([
    ['America/New_York', '2016-07-01T00:00:00', '-04:00'],
    ['America/St_Johns', '2016-01-01T00:00:00', '-03:30'],
    ['Asia/Kathmandu', '2016-01-01T00:00:00', '+05:45'],
    ['Pacific/Kiritimati', '2016-01-01T00:00:00', '+14:00'],
    ['Australia/Lord_Howe', '2016-01-01T00:00:00', '+11:00'],
    ['UTC', '2016-01-01T00:00:00', '+00:00'],
    ['Europe/Berlin', '1890-01-01T00:00:00', '+00:53'],
  ])('hangs in %s', (zone, text, offset) => {
    expect(new WallClock(zone).toRfc3339(text)).toBe(text + offset);
  });

  it('keeps a zone that is stated', () => {
    expect(berlin.toRfc3339('2016-07-06T09:15:27Z')).toBe('2016-07-06T09:15:27Z');
    expect(berlin.toRfc3339('2016-07-06T09:15:27.5-05:00')).toBe('2016-07-06T09:15:27.5-05:00');
  });

  it.each([
    '0001-01-01T00:00:00',
    '2016-02-30T00:00:00',
    '2016-13-01T00:00:00',
    '2016-01-01T24:00:01',
    '2016-01-01',
    '06.04.2016 09:15',
    '',
  ])('says nothing of %j', (text) => {
    expect(berlin.toRfc3339(text)).toBeNull();
  });

  it('knows the leap day', () => {
    expect(berlin.toRfc3339('2016-02-29T00:00:00')).toBe('2016-02-29T00:00:00+01:00');
    expect(berlin.toRfc3339('2015-02-29T00:00:00')).toBeNull();
  });

  it.each([
    ['2016-07-06T07:15:27.999Z', '2016-07-06T09:15:27'],
    ['2016-12-31T23:30:00Z', '2017-01-01T00:30:00'],
    // The hour that exists twice.
    ['2016-10-30T00:30:00Z', '2016-10-30T02:30:00'],
    ['2016-10-30T01:30:00Z', '2016-10-30T02:30:00'],
  ])('shows at %s: %s', (instant, text) => {
    expect(berlin.fromInstant(Date.parse(instant))).toBe(text);
  });

  it('hangs nowhere that does not exist', () => {
    expect(() => new WallClock('Europe/Atlantis')).toThrow(RangeError);
  });
});
