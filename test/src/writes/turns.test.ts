import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Turns } from '../../../src/writes/turns.js';

/** Work that ends when the test says so. */
function held(log: string[], name: string) {
  let end = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = async () => {
    log.push(`${name} begins`);
    await gate;
    log.push(`${name} ends`);
    return name;
  };
  return { work, end };
}

describe('turns', () => {
  it('are taken one after the other on one thing, and side by side on others', async () => {
    const turns = new Turns(60_000);
    const log: string[] = [];
    const [a, b, c] = [held(log, 'a'), held(log, 'b'), held(log, 'c')];
    const all = [turns.take('x', a.work), turns.take('x', b.work), turns.take('y', c.work)];
    c.end();
    b.end();
    await all[2];
    expect(log).toEqual(['a begins', 'c begins', 'c ends']);
    a.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
    expect(log.slice(3)).toEqual(['a ends', 'b begins', 'b ends']);
  });

  it('go on after work that failed, whose failure is its own', async () => {
    const turns = new Turns(60_000);
    const failed = turns.take('x', () => Promise.reject(new Error('no')));
    const next = turns.take('x', () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('are not waited for when their work has died', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const turns = new Turns(60_000);
    turns.take('x', () => new Promise(() => undefined));
    const next = turns.take('x', () => Promise.resolve('yes'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await next).toBe('yes');
  });
});
