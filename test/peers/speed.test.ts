import { describe, expect, it } from 'vitest';
import { measureRatios, recordedRatios } from '../../bench/guard.js';

/** A third less is a clear loss; anything smaller may be the machine. */
const KEPT = 2 / 3;

describe('the price of the gateway', () => {
  it('is not a third more, beside a bare proxy, than what the repository records', async () => {
    const [now, recorded] = [await measureRatios(), recordedRatios()];
    expect(now.graphql).toBeGreaterThan(recorded.graphql * KEPT);
    expect(now.rest).toBeGreaterThan(recorded.rest * KEPT);
  }, 180_000);
});
