import { describe, expect, it } from 'vitest';
import { type KeyValueStore, MAX_VALUE_LENGTH } from '../../src/cache/key-value-store.js';

/**
 * What every store owes its users.
 *
 * @param open - a store of its own for each test
 * @param pass - lets time go by for it
 */
export function describeKeyValueStore(
  name: string,
  open: () => Promise<KeyValueStore> | KeyValueStore,
  pass: (ms: number) => Promise<void> | void,
): void {
  describe(`a key-value store ${name}`, () => {
    it('answers several keys in their order, and a miss as undefined', async () => {
      const store = await open();
      await store.set('one', '1', 60_000);
      await store.set('two', '', 60_000);
      expect(await store.get(['two', 'none', 'one', 'two'])).toEqual(['', undefined, '1', '']);
      expect(await store.get([])).toEqual([]);
    });

    it('keeps any text as it is', async () => {
      const store = await open();
      const text = 'é\u{1F600}\u0000\r\n"\\ end';
      await store.set('a key: with\nblanks', text, 60_000);
      expect(await store.get(['a key: with\nblanks'])).toEqual([text]);
    });

    it('forgets a value when its time is up', async () => {
      const store = await open();
      await store.set('short', 'a', 40);
      await store.set('long', 'b', 60_000);
      await pass(60);
      expect(await store.get(['short', 'long'])).toEqual([undefined, 'b']);
      expect(await store.add('short', 'c', 60_000)).toBe('c');
    });

    it('puts the last value in place of those before, with its own time', async () => {
      const store = await open();
      await store.set('key', 'a', 40);
      await store.set('key', 'b', 60_000);
      await pass(60);
      expect(await store.get(['key'])).toEqual(['b']);
    });

    it('adds a value only where there is none, and says what is there', async () => {
      const store = await open();
      expect(await store.add('key', 'first', 60_000)).toBe('first');
      expect(await store.add('key', 'second', 60_000)).toBe('first');
      expect(await store.get(['key'])).toEqual(['first']);
    });

    it('lets one of many win that add at once', async () => {
      const store = await open();
      const values = Array.from({ length: 20 }, (_, index) => `value ${index}`);
      const answers = await Promise.all(values.map((value) => store.add('key', value, 60_000)));
      expect(new Set(answers).size).toBe(1);
      expect(values).toContain(answers[0]);
    });

    it('deletes a value, and removes one only while it is the one that was meant', async () => {
      const store = await open();
      await store.set('key', 'a', 60_000);
      await store.remove('key', 'b');
      expect(await store.get(['key'])).toEqual(['a']);
      await store.remove('key', 'a');
      expect(await store.get(['key'])).toEqual([undefined]);
      await store.set('key', 'c', 60_000);
      await store.delete('key');
      await store.delete('key');
      expect(await store.get(['key'])).toEqual([undefined]);
    });

    it('does not keep a value that is too long, nor the one that it was to replace', async () => {
      const store = await open();
      await store.set('key', 'a', 60_000);
      await store.set('key', 'x'.repeat(MAX_VALUE_LENGTH + 1), 60_000);
      expect(await store.get(['key'])).toEqual([undefined]);
      await store.set('key', 'x'.repeat(MAX_VALUE_LENGTH), 60_000);
      expect((await store.get(['key']))[0]).toHaveLength(MAX_VALUE_LENGTH);
    });
  });
}
