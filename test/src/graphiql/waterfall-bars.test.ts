import { describe, expect, it } from 'vitest';
import type { TracedCall } from '../../../src/graphiql/traced-call.js';
import { summary, toBars } from '../../../src/graphiql/waterfall-bars.js';

const CALL: TracedCall = {
  backend: 'poa',
  method: 'pem.getAccountInfo',
  effect: 'read',
  wave: 1,
  calls: 1,
  startMs: 0,
  durationMs: 20,
  attempts: 1,
  bytesOut: 300,
  bytesIn: 900,
  cache: null,
  outcome: 'OK',
};

describe('the bars of a waterfall', () => {
  it('stand where the calls stood in the time of the request', () => {
    const bars = toBars([CALL, { ...CALL, wave: 2, calls: 3, startMs: 20, durationMs: 60 }]);
    expect(bars).toMatchObject([
      {
        label: 'poa pem.getAccountInfo',
        place: 'wave 1',
        left: 0,
        width: 25,
        duration: '20 ms',
        look: 'read',
      },
      { label: 'poa pem.getAccountInfo × 3', place: 'wave 2', left: 25, width: 75, duration: '60 ms' },
    ]);
    expect(bars[0]?.details).toBe('begun at 0.0 ms, 300 bytes out, 900 in');
    expect(new Set(bars.map(({ key }) => key)).size).toBe(2);
  });

  it('can be seen however short a call was, and never leave the frame', () => {
    const [, short] = toBars([
      { ...CALL, durationMs: 10_000 },
      { ...CALL, startMs: 10_000, durationMs: 0 },
    ]);
    expect(short).toMatchObject({ left: 99.5, width: 0.5 });
    expect(toBars([{ ...CALL, durationMs: 0 }])).toMatchObject([{ left: 0, width: 0.5 }]);
  });

  it.each<[Partial<TracedCall>, string, RegExp]>([
    [{ outcome: 'BACKEND_TIMEOUT', attempts: 3 }, 'failed', /sent 3 times, BACKEND_TIMEOUT$/],
    [{ cache: 'hit', attempts: 0 }, 'hit', /answered from the cache$/],
    [{ effect: 'write', wave: 0 }, 'write', /900 in$/],
  ])('look different: %j', (change, look, details) => {
    expect(toBars([{ ...CALL, ...change }])).toMatchObject([
      { look, details: expect.stringMatching(details) },
    ]);
  });
});

describe('the line above them', () => {
  it('tells how many calls, waves and milliseconds there were, and how many failed', () => {
    const failed = { ...CALL, wave: 2, startMs: 20, outcome: 'BACKEND_FAULT' };
    expect(summary([CALL, { ...CALL, startMs: 1 }, failed])).toBe('3 calls · 2 waves · 40 ms · 1 failed');
    expect(summary([{ ...CALL, wave: 0, durationMs: 1.25 }])).toBe('1 call · 1.3 ms');
    expect(summary([])).toBe('No panel was asked');
  });
});
