import { describe, expect, it } from 'vitest';
import { movedByYears } from '../../../../adapters/enom/writes/renewal.js';

const startedAt = Date.parse('2026-03-08T23:30:00Z');
const moved = (before: string | null, after: string | null, wanted: number | string = 2) =>
  movedByYears({ before, after, wanted, startedAt });

describe('the end of a bundle', () => {
  it.each([
    ['2026-09-01', '2028-09-01'],
    ['2026-03-08', '2028-03-08'],
    // 29 February, of which calendars make the day before or after.
    ['2028-02-29', '2030-02-28'],
    ['2028-02-29', '2030-03-01'],
    // It had ended, so it runs from the day of the renewal, whichever that is where the service is.
    ['2025-01-01', '2028-03-08'],
    ['2025-01-01', '2028-03-09'],
    ['2025-01-01', '2027-01-01'],
  ])('moved by two years from %s to %s', (before, after) => {
    expect(moved(before, after)).toBe(true);
  });

  it.each([
    ['2026-09-01', '2026-09-01'],
    ['2026-09-01', '2027-09-01'],
    ['2026-09-01', '2029-09-01'],
    ['2026-09-01', '2028-09-03'],
    // Only what has ended runs from the day of the renewal.
    ['2026-09-01', '2028-03-08'],
    [null, '2028-03-08'],
    ['2026-09-01', null],
  ])('did not move by two years from %j to %j', (before, after) => {
    expect(moved(before, after)).toBe(false);
  });

  it('does not move by what is no number of years', () => {
    expect(moved('2026-09-01', '2028-09-01', '2')).toBe(false);
  });
});
