import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seedDatabase } from '../../../../src/sandbox/mspc/seed/seed.js';
import { MspcState, Table } from '../../../../src/sandbox/mspc/state.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('work in the background', () => {
  it.each([0, 500])('is done after %d ms', (delayMs) => {
    const state = new MspcState(seedDatabase({ poisonedAccount: true }), delayMs);
    const work = vi.fn();
    state.inBackground(work);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(delayMs);
    expect(work).toHaveBeenCalledOnce();
  });

  it.each([0, 500])('is forgotten on reset when it takes %d ms', (delayMs) => {
    const state = new MspcState(seedDatabase({ poisonedAccount: true }), delayMs);
    const work = vi.fn();
    state.inBackground(work);
    state.reset();
    vi.runAllTimers();
    expect(work).not.toHaveBeenCalled();
  });
});

describe('a table', () => {
  it('never uses a number again', () => {
    const table = new Table([{ id: 7 }], ({ id }) => id);
    table.delete(table.insert((id) => ({ id })).id);
    expect(table.insert((id) => ({ id }))).toEqual({ id: 9 });
  });

  it('keeps its own copies of the rows it starts with', () => {
    const row = { id: 7, name: 'a' };
    const table = new Table([row], ({ id }) => id);
    Object.assign(table.get(7) ?? {}, { name: 'b' });
    expect(row.name).toBe('a');
  });
});
