import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackendFaultError, BackendUnavailableError, CallAbandonedError } from '../../../src/errors/index.js';
import { Breaker, BreakerOpenError } from '../../../src/policy/breaker.js';

const ORIGIN = { backend: 'poa', method: 'pem.x' };
const down = new BackendUnavailableError('gone', ORIGIN);
const refusal = new BackendFaultError('no', ORIGIN, { ...ORIGIN, code: null, message: null });
const abandoned = new CallAbandonedError('left', ORIGIN);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A call whose end the test decides. */
function held() {
  let resolve = (_value: string): void => {};
  let reject = (_error: Error): void => {};
  const answer = new Promise<string>((...settle) => {
    [resolve, reject] = settle;
  });
  return { call: vi.fn(() => answer), resolve, reject };
}

function start() {
  const breaker = new Breaker({ failures: 2, openMs: 5_000 });
  const run = (call: () => Promise<string>) => breaker.execute(ORIGIN, call).catch((error: Error) => error);
  const fail = () => run(() => Promise.reject(down));
  const open = async () => {
    await fail();
    await fail();
  };
  return { breaker, run, fail, open };
}

describe('a breaker', () => {
  it('makes no calls while it is open, and says that nothing was sent', async () => {
    const { breaker, run, open } = start();
    await open();
    vi.advanceTimersByTime(4_999);
    const call = vi.fn(async () => 'answer');
    expect(await run(call)).toBeInstanceOf(BreakerOpenError);
    expect(call).not.toHaveBeenCalled();
    expect(breaker.status).toBe('DOWN');
  });

  it('makes one call as a trial, and the others once that was answered', async () => {
    const { breaker, run, open } = start();
    await open();
    vi.advanceTimersByTime(5_000);
    const trial = held();
    const other = vi.fn(async () => 'other');
    const outcomes = Promise.all([run(trial.call), run(other)]);
    expect(breaker.status).toBe('DEGRADED');
    await Promise.resolve();
    expect(other).not.toHaveBeenCalled();
    trial.resolve('trial');
    expect(await outcomes).toEqual(['trial', 'other']);
  });

  it('makes none of the others when the trial fails, and stays open for as long again', async () => {
    const { breaker, run, open } = start();
    await open();
    vi.advanceTimersByTime(5_000);
    const trial = held();
    const other = vi.fn(async () => 'other');
    const outcomes = Promise.all([run(trial.call), run(other)]);
    vi.advanceTimersByTime(1_000);
    trial.reject(down);
    expect(await outcomes).toEqual([down, expect.any(BreakerOpenError)]);
    vi.advanceTimersByTime(4_999);
    expect(await run(other)).toBeInstanceOf(BreakerOpenError);
    expect(breaker.status).toBe('DOWN');
    vi.advanceTimersByTime(1);
    expect(await run(other)).toBe('other');
  });

  it('takes a refusal of the trial for an answer, and counts failures anew', async () => {
    const { breaker, run, fail, open } = start();
    await open();
    vi.advanceTimersByTime(5_000);
    expect(await run(() => Promise.reject(refusal))).toBe(refusal);
    await fail();
    expect(breaker.status).toBe('DEGRADED');
    expect(await run(async () => 'answer')).toBe('answer');
  });

  it('learns nothing from callers who go away', async () => {
    const { breaker, run, fail } = start();
    await fail();
    expect(await run(() => Promise.reject(abandoned))).toBe(abandoned);
    await fail();
    expect(breaker.status).toBe('DOWN');
    vi.advanceTimersByTime(5_000);
    await run(() => Promise.reject(abandoned));
    expect(breaker.status).toBe('DOWN');
  });

  it('is not closed by the late answer to a call from before', async () => {
    const { breaker, run, open } = start();
    const late = held();
    const answered = run(late.call);
    await open();
    late.resolve('late');
    expect(await answered).toBe('late');
    expect(breaker.status).toBe('DOWN');
    vi.advanceTimersByTime(5_000);
    await run(() => Promise.reject(abandoned));
    expect(breaker.status).toBe('DOWN');
  });

  it('opens anew when a call from before fails during the trial, whatever comes of that', async () => {
    const { breaker, run, open } = start();
    const late = held();
    const failed = run(late.call);
    await open();
    vi.advanceTimersByTime(5_000);
    const trial = held();
    const tried = run(trial.call);
    late.reject(down);
    expect(await failed).toBe(down);
    expect(breaker.status).toBe('DOWN');
    trial.resolve('trial');
    expect(await tried).toBe('trial');
    expect(breaker.status).toBe('DOWN');
  });
});
