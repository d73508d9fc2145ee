import { describe, expect, it } from 'vitest';
import { CallAborter, type CallSignal } from '../../../src/model/index.js';

describe('a signal of calls', () => {
  it('tells all who listen, once, and why', () => {
    const aborter = new CallAborter();
    const told: unknown[] = [];
    const listeners = [1, 2].map((id) => () => told.push([id, aborter.aborted, aborter.reason]));
    for (const listener of listeners) aborter.addEventListener('abort', listener);
    expect(aborter.aborted).toBe(false);
    aborter.abort('late');
    aborter.abort('later');
    expect(told).toEqual([
      [1, true, 'late'],
      [2, true, 'late'],
    ]);
  });

  it('tells nobody who has stopped listening', () => {
    const aborter = new CallAborter();
    let told = 0;
    const listen = () => {
      told += 1;
    };
    aborter.addEventListener('abort', listen);
    aborter.removeEventListener('abort', listen);
    aborter.abort();
    expect(told).toBe(0);
    expect(aborter.aborted).toBe(true);
  });

  it('can be an AbortSignal as well', () => {
    const controller = new AbortController();
    const signal: CallSignal = controller.signal;
    let told = 0;
    signal.addEventListener('abort', () => {
      told += 1;
    });
    controller.abort('gone');
    expect([told, signal.aborted, signal.reason]).toEqual([1, true, 'gone']);
  });
});
