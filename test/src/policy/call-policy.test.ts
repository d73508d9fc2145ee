import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  BackendFaultError,
  BackendProtocolError,
  BackendTimeoutError,
  BackendTruncatedError,
  BackendUnavailableError,
  CallAbandonedError,
  OutOfTimeError,
  RequestTimeIsUp,
} from '../../../src/errors/index.js';
import type { CallEnd } from '../../../src/policy/call-end.js';
import { CallPolicy } from '../../../src/policy/call-policy.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };
const SETTINGS = {
  timeoutMs: 1_000,
  writeTimeoutMs: 5_000,
  concurrency: 16,
  retries: 2,
  breaker: { failures: 5, openMs: 10_000 },
};
const unavailable = () => new BackendUnavailableError('gone', ORIGIN);
const never = new AbortController().signal;
const hang = (end: CallEnd) => new Promise<never>((_, reject) => end.onEnd(reject));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Runs a read to its end, whatever time that takes. */
async function settle<T>(promise: Promise<T>): Promise<T | Error> {
  const outcome = promise.catch((error: Error) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('CallPolicy', () => {
  it('tries a read again after growing pauses, as often as the settings say', async () => {
    const attempt = vi.fn().mockRejectedValue(unavailable());
    expect(await settle(new CallPolicy(SETTINGS).read(ORIGIN, never, attempt))).toBeInstanceOf(
      BackendUnavailableError,
    );
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['a refusal', new BackendFaultError('no', ORIGIN, { ...ORIGIN, code: null, message: null }), 1],
    ['nonsense', new BackendProtocolError('what', ORIGIN), 1],
    ['half an answer', new BackendTruncatedError('hal', ORIGIN), 3],
  ])('after %s', async (_, error, attempts) => {
    const attempt = vi.fn().mockRejectedValue(error);
    expect(await settle(new CallPolicy(SETTINGS).read(ORIGIN, never, attempt))).toBe(error);
    expect(attempt).toHaveBeenCalledTimes(attempts);
  });

  it('ends a read at its deadline, and does not start another attempt then', async () => {
    const attempt = vi.fn(hang);
    const started = Date.now();
    expect(await settle(new CallPolicy(SETTINGS).read(ORIGIN, never, attempt))).toBeInstanceOf(
      BackendTimeoutError,
    );
    expect(Date.now() - started).toBe(1_000);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('ends a read when the time of its request is up, and blames nobody else for it', async () => {
    const policy = new CallPolicy(SETTINGS);
    for (let requests = 0; requests < 10; requests++) {
      const request = new AbortController();
      setTimeout(() => request.abort(new RequestTimeIsUp()), 50);
      const ended = await settle(policy.read(ORIGIN, request.signal, hang));
      expect(ended).toBeInstanceOf(OutOfTimeError);
      expect(ended).toMatchObject({ code: 'BACKEND_TIMEOUT' });
    }
    expect(policy.status()).toBe('UP');
  });

  it('gives all attempts together one deadline', async () => {
    let attempts = 0;
    const attempt = (end: CallEnd) => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(unavailable()) : hang(end);
    };
    const started = Date.now();
    expect(await settle(new CallPolicy(SETTINGS).read(ORIGIN, never, attempt))).toBeInstanceOf(
      BackendTimeoutError,
    );
    expect(Date.now() - started).toBe(1_000);
  });

  it('opens after failures in a row, asks nothing then, and tries again with one call', async () => {
    const policy = new CallPolicy({ ...SETTINGS, retries: 0, breaker: { failures: 2, openMs: 5_000 } });
    const attempt = vi.fn().mockRejectedValue(unavailable());
    const read = () => policy.read(ORIGIN, never, attempt).catch((error: Error) => error);
    expect(policy.status()).toBe('UP');
    await read();
    expect(policy.status()).toBe('DEGRADED');
    await read();
    expect(policy.status()).toBe('DOWN');
    expect(await read()).toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
    expect(attempt).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(5_001);
    attempt.mockResolvedValue('back');
    expect(await read()).toBe('back');
    expect(policy.status()).toBe('DEGRADED');
  });

  it('does not count refusals and nonsense against the backend', async () => {
    const policy = new CallPolicy({ ...SETTINGS, breaker: { failures: 1, openMs: 5_000 } });
    for (const error of [
      new BackendFaultError('no', ORIGIN, { ...ORIGIN, code: 'HTTP 401', message: null }),
      new BackendProtocolError('what', ORIGIN),
    ]) {
      await policy.read(ORIGIN, never, () => Promise.reject(error)).catch(() => {});
    }
    expect(policy.status()).toBe('UP');
  });

  it('gives a call up when its caller has gone, without holding it against the backend', async () => {
    const policy = new CallPolicy({ ...SETTINGS, breaker: { failures: 1, openMs: 5_000 } });
    const caller = new AbortController();
    const read = policy.read(ORIGIN, caller.signal, hang).catch((error: Error) => error);
    await Promise.resolve();
    caller.abort();
    expect(await read).toBeInstanceOf(CallAbandonedError);
    expect(policy.status()).toBe('UP');
    expect(await policy.read(ORIGIN, caller.signal, hang).catch((error: Error) => error)).toBeInstanceOf(
      CallAbandonedError,
    );
  });

  it('starts the deadline of a call when it has a place, not while it waits for one', async () => {
    const policy = new CallPolicy({ ...SETTINGS, concurrency: 1 });
    const slow = () => new Promise<string>((resolve) => setTimeout(resolve, 900, 'done'));
    const reads = Promise.all([1, 2, 3].map(() => policy.read(ORIGIN, never, slow)));
    expect(await settle(reads)).toEqual(['done', 'done', 'done']);
  });

  it('fails calls that have waited for as long as nothing at all was answered, without sending them', async () => {
    const policy = new CallPolicy({ ...SETTINGS, concurrency: 2, retries: 0 });
    const attempt = vi.fn(hang);
    const started = Date.now();
    const reads = Array.from({ length: 6 }, () =>
      policy.read(ORIGIN, never, attempt).catch((error: Error) => error),
    );
    const outcomes = await settle(Promise.all(reads));
    expect(Date.now() - started).toBe(1_000);
    expect(outcomes).toEqual(Array.from({ length: 6 }, () => expect.any(BackendTimeoutError)));
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('takes a refusal for an answer: failures that it lies between are not in a row', async () => {
    const policy = new CallPolicy({ ...SETTINGS, retries: 0, breaker: { failures: 2, openMs: 5_000 } });
    const refusal = new BackendFaultError('no', ORIGIN, { ...ORIGIN, code: null, message: null });
    for (const error of [unavailable(), refusal, unavailable(), refusal]) {
      await policy.read(ORIGIN, never, () => Promise.reject(error)).catch(() => {});
    }
    expect(policy.status()).toBe('DEGRADED');
  });

  it('stays open when the caller of the trial call goes away', async () => {
    const policy = new CallPolicy({ ...SETTINGS, retries: 0, breaker: { failures: 1, openMs: 5_000 } });
    await policy.read(ORIGIN, never, () => Promise.reject(unavailable())).catch(() => {});
    vi.advanceTimersByTime(5_001);
    const caller = new AbortController();
    const trial = policy.read(ORIGIN, caller.signal, hang).catch((error: Error) => error);
    await Promise.resolve();
    caller.abort();
    expect(await trial).toBeInstanceOf(CallAbandonedError);
    await vi.advanceTimersByTimeAsync(1);
    expect(policy.status()).toBe('DOWN');
  });

  it('forgets failures after a minute', async () => {
    const policy = new CallPolicy({ ...SETTINGS, retries: 0 });
    await policy.read(ORIGIN, never, () => Promise.reject(unavailable())).catch(() => {});
    expect(policy.status()).toBe('DEGRADED');
    vi.advanceTimersByTime(60_001);
    expect(policy.status()).toBe('UP');
  });
});
