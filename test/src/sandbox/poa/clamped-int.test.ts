import { describe, expect, it } from 'vitest';
import { clampedInt } from '../../../../src/sandbox/poa/clamped-int.js';

describe('clampedInt', () => {
  it.each([
    [0n, 0],
    [2_147_483_647n, 2_147_483_647],
    [2_147_483_648n, 2_147_483_647],
    [-2_147_483_648n, -2_147_483_648],
    [-9_223_372_036_854_775_808n, -2_147_483_648],
  ])('writes %d as %i', (value, int) => {
    expect(clampedInt(value)).toBe(int);
  });
});
