import { expect, it } from 'vitest';
import { Draw } from '../../../../../src/sandbox/hsphere/axis/draw.js';

const hundred = (draw: Draw) => Array.from({ length: 100 }, () => draw.below(10));

it('draws the same numbers from the same seed, and others from another', () => {
  expect(hundred(new Draw(5))).toEqual(hundred(new Draw(5)));
  expect(hundred(new Draw(5))).not.toEqual(hundred(new Draw(6)));
});

it('draws every number below the limit and none else', () => {
  expect([...new Set(hundred(new Draw(1)))].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('begins anew after a reset', () => {
  const draw = new Draw(3);
  const first = hundred(draw);
  draw.reset();
  expect(hundred(draw)).toEqual(first);
});

it('keeps every item when it shuffles, and moves some', () => {
  const items = Array.from({ length: 20 }, (_, index) => index);
  const shuffled = new Draw(2).shuffled(items);
  expect(shuffled).not.toEqual(items);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
});
