import { beforeEach, describe, expect, it } from 'vitest';
import { notingAuthors, otherWritesOf } from '../../../src/writes/change-authors.js';
import type { WriteRecord, WriteRecordStore } from '../../../src/writes/write-record.js';
import { record } from '../../contract/write-record-store.js';
import { createMemoryRecordStore } from '../../support/memory-record-store.js';

const HOUR_MS = 60 * 60_000;
const CHANGE = 'renewal of a.example';
const START = 100 * HOUR_MS;

const write = (name: string, change: Partial<WriteRecord> = {}): WriteRecord =>
  record({ key: name, run: name, startedAt: START, sent: true, snapshot: { change: CHANGE }, ...change });
const applied = (name: string, changes: readonly string[] = [CHANGE]): WriteRecord =>
  write(name, { state: 'APPLIED', endedAt: START + 1, changes });

let plain: WriteRecordStore;
let store: WriteRecordStore;
beforeEach(() => {
  plain = createMemoryRecordStore();
  store = notingAuthors(plain);
});
const seenBy = (name: string, change: Partial<WriteRecord> = {}) => otherWritesOf(store, write(name, change));

describe('the author of a change', () => {
  it('is nobody, then the write that made it, then the next one that did', async () => {
    const others = seenBy('c');
    expect(await others.author(CHANGE)).toBeNull();
    await store.insert(write('a'));
    expect(await others.author(CHANGE)).toBeNull();
    await store.replace(write('a'), applied('a'));
    expect(await others.author(CHANGE)).toBe('a');
    await store.insert(applied('b'));
    expect(await others.author(CHANGE)).toBe('b');
  });

  it('is known before the write is settled, so that one of both stands for it at all times', async () => {
    const settled: (string | null)[] = [];
    const watched = notingAuthors({
      ...plain,
      replace: async (expected, next) => {
        settled.push(await otherWritesOf(plain, write('x')).author(CHANGE));
        return plain.replace(expected, next);
      },
    });
    await watched.insert(write('a'));
    await watched.replace(write('a'), applied('a'));
    expect(settled).toEqual(['a']);
  });

  it.each(['REJECTED', 'UNKNOWN', 'PENDING'] as const)('is not a write that ended %s', async (state) => {
    await store.insert(write('a', { state }));
    expect(await seenBy('b').author(CHANGE)).toBeNull();
  });

  it('is another one on another backend, and for another change', async () => {
    await store.insert(applied('a'));
    expect(await seenBy('b', { backend: 'other' }).author(CHANGE)).toBeNull();
    expect(await seenBy('b').author(`${CHANGE}!`)).toBeNull();
  });

  it('is kept beside the records of callers, and never among what is unsettled', async () => {
    await store.insert(applied('a', ['one', 'two']));
    expect(await store.unsettled(10)).toEqual([]);
    expect(await store.get({ principalId: 'local', key: 'a' })).toEqual(applied('a', ['one', 'two']));
    expect(await seenBy('b').author('two')).toBe('a');
  });
});

describe('a change', () => {
  it.each([
    ['another write that is under way', {}, true],
    ['another one that nobody knows of', { state: 'UNKNOWN' }, true],
    ['one that was not sent', { sent: false }, false],
    ['one that is settled', { state: 'APPLIED', endedAt: 1 }, false],
    ['one of another backend', { backend: 'other' }, false],
    ['one that changes something else', { snapshot: { change: 'renewal of b.example' } }, false],
    ['one that remembers nothing', { snapshot: null }, false],
    ['one that is a day older', { state: 'UNKNOWN', startedAt: START - 24 * HOUR_MS }, false],
    ['one that is nearly a day older', { state: 'UNKNOWN', startedAt: START - 23 * HOUR_MS }, true],
  ] as const)('may or may not be the work of %s', async (_, change, contested) => {
    await store.insert(write('other', change));
    expect(await seenBy('mine').contested(CHANGE)).toBe(contested);
  });

  it('is not contested by the write itself', async () => {
    await store.insert(write('mine'));
    expect(await seenBy('mine').contested(CHANGE)).toBe(false);
  });

  it('is contested by any of many', async () => {
    for (let index = 0; index < 1_200; index += 1) {
      await store.insert(write(`w${index}`, { snapshot: null, startedAt: START + index }));
    }
    expect(await seenBy('mine').contested(CHANGE)).toBe(false);
    await store.insert(write('last', { startedAt: START + 5_000 }));
    expect(await seenBy('mine').contested(CHANGE)).toBe(true);
  });
});
