import { describe, expect, it } from 'vitest';
import { ServerClock } from '../../../../src/sandbox/mspc/clock.js';

const clock = (timeZone: string, now = '2026-01-01T00:00:00Z') =>
  new ServerClock(timeZone, () => new Date(now));

describe('the server’s clock', () => {
  it.each([
    ['Europe/Berlin', '2026-07-01T22:30:00Z', '2026-07-02T00:30:00'],
    ['America/St_Johns', '2026-01-01T00:00:00.500Z', '2025-12-31T20:30:00.5'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00'],
  ])('shows the wall clock of %s', (timeZone, now, wall) => {
    expect(clock(timeZone, now).now()).toBe(wall);
  });

  it.each([
    ['Europe/Berlin', '2026-01-15T12:00:00', '+01:00'],
    ['Europe/Berlin', '2026-07-15T12:00:00.5', '+02:00'],
    ['Europe/Berlin', '2026-03-29T01:59:59', '+01:00'],
    ['Europe/Berlin', '2026-03-29T03:00:00', '+02:00'],
    ['Europe/Berlin', '2026-10-25T01:59:59', '+02:00'],
    ['Europe/Berlin', '2026-10-25T03:00:00', '+01:00'],
    ['America/St_Johns', '2026-01-15T12:00:00', '-03:30'],
    ['UTC', '2026-01-15T12:00:00', '+00:00'],
  ])('adds the offset that %s has at %s', (timeZone, wall, offset) => {
    expect(clock(timeZone).withOffset(wall)).toBe(wall + offset);
  });

  it.each([
    ['.001', ''],
    ['.002', '.003'],
    ['.1239999', '.123'],
    ['.346', '.347'],
    ['.998', '.997'],
  ])('rounds %s of a second to %s as SQL Server does', (sent, stored) => {
    expect(clock('UTC').store(`2026-01-01T00:00:00${sent}`)).toBe(`2026-01-01T00:00:00${stored}`);
  });
});
