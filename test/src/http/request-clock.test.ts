import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestTimeIsUp } from '../../../src/errors/index.js';
import { RequestClock } from '../../../src/http/request-clock.js';

let raw: EventEmitter & { destroyed: boolean; writableFinished: boolean };
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  raw = Object.assign(new EventEmitter(), { destroyed: false, writableFinished: false });
});
afterEach(() => {
  vi.useRealTimers();
});

// Only what the clock looks at.
const start = (budgetMs: number) =>
  new RequestClock({ raw } as unknown as ConstructorParameters<typeof RequestClock>[0], budgetMs);

describe('the clock of a request', () => {
  it('fires when its time is up, and says that it is that', () => {
    const { signal } = start(1_000);
    vi.advanceTimersByTime(999);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.reason).toBeInstanceOf(RequestTimeIsUp);
  });

  it('fires when the client hangs up, and for no such reason', () => {
    const { signal } = start(1_000);
    raw.emit('close');
    expect(signal.aborted).toBe(true);
    expect(signal.reason).not.toBeInstanceOf(RequestTimeIsUp);
  });

  it('does not fire when the answer is out, nor afterwards', () => {
    const { signal } = start(1_000);
    raw.writableFinished = true;
    raw.emit('close');
    vi.advanceTimersByTime(10_000);
    expect(signal.aborted).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stands still while writes are under way, however many', () => {
    const { signal, pause } = start(1_000);
    vi.advanceTimersByTime(600);
    const resumeFirst = pause();
    const resumeSecond = pause();
    vi.advanceTimersByTime(60_000);
    resumeFirst();
    resumeFirst();
    vi.advanceTimersByTime(60_000);
    expect(signal.aborted).toBe(false);
    resumeSecond();
    vi.advanceTimersByTime(399);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  it('is not wound up again by a write that outlives its request', () => {
    const { pause } = start(1_000);
    const resume = pause();
    raw.emit('close');
    resume();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has fired when the client was gone before', () => {
    raw.destroyed = true;
    expect(start(1_000).signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
