import { describe, expect, it } from 'vitest';
import { BackendUnavailableError, CallAbandonedError } from '../../../src/errors/index.js';
import type { CallReport } from '../../../src/model/index.js';
import { SINGLE_READ, watched } from '../../../src/policy/call-watch.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };

describe('watched', () => {
  it('hands nothing to measure with where nobody wants to know', async () => {
    expect(await watched({}, ORIGIN, SINGLE_READ, async (watch) => watch)).toBeUndefined();
  });

  it('tells what went over the wire, once, when the call is over', async () => {
    const reports: CallReport[] = [];
    const answer = await watched(
      { observe: (report) => reports.push(report), wave: 2 },
      ORIGIN,
      { effect: 'read', calls: 3 },
      async (watch) => {
        watch?.sent('grün');
        watch?.sent('grün');
        if (watch !== undefined) watch.bytesIn += 7;
        return 'answer';
      },
    );
    expect(answer).toBe('answer');
    expect(reports).toEqual([
      {
        ...ORIGIN,
        effect: 'read',
        wave: 2,
        calls: 3,
        startedAt: expect.any(Number),
        durationMs: expect.any(Number),
        attempts: 2,
        bytesOut: 10,
        bytesIn: 7,
        cache: null,
        outcome: 'OK',
      },
    ]);
  });

  it.each([
    [new BackendUnavailableError('gone', ORIGIN), 'BACKEND_UNAVAILABLE'],
    [new CallAbandonedError('gone', ORIGIN), 'ABANDONED'],
    [new TypeError('what'), 'INTERNAL_SERVER_ERROR'],
  ])('tells a failure by its code, and throws it: %s', async (error, outcome) => {
    const outcomes: string[] = [];
    const work = watched({ observe: (report) => outcomes.push(report.outcome) }, ORIGIN, SINGLE_READ, () =>
      Promise.reject(error),
    );
    await expect(work).rejects.toBe(error);
    expect(outcomes).toEqual([outcome]);
  });
});
