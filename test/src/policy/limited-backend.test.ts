import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryCounters } from '../../../src/cache/counter-store.js';
import type { Backend, CallScope, PanelCall } from '../../../src/model/index.js';
import { limitedBackend } from '../../../src/policy/limited-backend.js';

let asked = 0;
// Only what limits are concerned with.
const backend = {
  name: 'poa',
  kind: 'POA',
  status: 'UP',
  async callAll(calls: readonly PanelCall[]) {
    asked += calls.length;
    return calls.map(() => 'answer');
  },
} as unknown as Backend;
const CALL = {} as PanelCall;
const scopeOf = (caller?: string, fresh?: true): CallScope => ({
  credentials: null,
  signal: new AbortController().signal,
  ...(caller === undefined ? {} : { caller }),
  ...(fresh === undefined ? {} : { fresh }),
});
const limitedTo = (perCaller: number | undefined, inAll: number | undefined) =>
  limitedBackend(backend, createMemoryCounters(), { perCaller, inAll });
const refusal = (what: string) =>
  expect.objectContaining({
    code: 'RATE_LIMITED',
    message: `Backend poa is asked ${what} at most.`,
    details: { retryAfterSeconds: 60, backend: 'poa' },
  });

beforeEach(() => {
  asked = 0;
});

describe('a backend with a limit', () => {
  it('is the backend itself without one', () => {
    expect(limitedTo(undefined, undefined)).toBe(backend);
  });

  it('refuses a wave that would be too much as a whole, and is not asked', async () => {
    const limited = limitedTo(undefined, 3);
    expect(await limited.callAll([CALL, CALL], scopeOf('a'))).toEqual(['answer', 'answer']);
    const refused = refusal('3 times a minute in all');
    expect(await limited.callAll([CALL, CALL], scopeOf('b'))).toEqual([refused, refused]);
    expect(asked).toBe(2);
  });

  it('counts each caller alone where the limit is on callers', async () => {
    const limited = limitedTo(1, undefined);
    expect(await limited.callAll([CALL], scopeOf('a'))).toEqual(['answer']);
    expect(await limited.callAll([CALL], scopeOf('b'))).toEqual(['answer']);
    expect(await limited.callAll([CALL], scopeOf('a'))).toEqual([refusal('1 times a minute by one caller')]);
  });

  it('never stands in the way of what a write reads', async () => {
    const limited = limitedTo(1, 1);
    for (let index = 0; index < 5; index++) {
      expect(await limited.callAll([CALL], scopeOf('a', true))).toEqual(['answer']);
    }
  });

  it('keeps all else that the backend has', () => {
    expect(limitedTo(1, 1)).toMatchObject({ name: 'poa', kind: 'POA', status: 'UP' });
  });
});
