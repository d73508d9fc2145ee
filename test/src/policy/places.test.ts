import { describe, expect, it } from 'vitest';
import { Places } from '../../../src/policy/places.js';

/** Works that each end when the test says so. */
function works() {
  const begun: number[] = [];
  const ends: Array<() => void> = [];
  const work = (id: number) => () => {
    begun.push(id);
    return new Promise<number>((resolve) => {
      ends[id] = () => resolve(id);
    });
  };
  return { begun, work, end: (id: number) => ends[id]?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('places', () => {
  it('are given at once while there are some, then in the order in which they are asked for', async () => {
    const places = new Places(2);
    const { begun, work, end } = works();
    const all = [0, 1, 2, 3].map((id) => places.hold(work(id)));
    expect(begun).toEqual([0, 1]);
    end(1);
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    end(0);
    await settled();
    expect(begun).toEqual([0, 1, 2, 3]);
    end(2);
    end(3);
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  });

  it('are not taken twice by whoever asks just when one becomes free', async () => {
    const places = new Places(1);
    const { begun, work, end } = works();
    const first = places.hold(work(0));
    const second = places.hold(work(1));
    end(0);
    await first;
    const third = places.hold(work(2));
    await settled();
    expect(begun).toEqual([0, 1]);
    end(1);
    await second;
    await settled();
    end(2);
    expect(await third).toBe(2);
  });

  it.each<[string, () => Promise<never>]>([
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ])('become free when what holds one %s', async (_, work) => {
    const places = new Places(1);
    await expect(places.hold(work)).rejects.toThrow('no');
    expect(await places.hold(async () => 'yes')).toBe('yes');
  });
});
