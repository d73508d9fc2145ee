import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WriteRecord, WriteRecordStore } from '../../src/writes/write-record.js';

export const record = (change: Partial<WriteRecord> = {}): WriteRecord => ({
  principalId: 'local',
  key: 'key-1',
  mutation: 'renameSubscription',
  backend: 'poa',
  kind: 'POA',
  inputDigest: 'd1',
  run: 'run-1',
  state: 'PENDING',
  sent: false,
  startedAt: 1_000,
  endedAt: null,
  leaseUntil: 2_000,
  snapshot: null,
  facts: null,
  userErrors: [],
  readBacks: 0,
  readBackAt: null,
  ...change,
});

const RETENTION_MS = 10_000;

/** What every store of write records promises. `open` gives two doors to the same records, as two processes have. */
export function describeWriteRecordStore(
  name: string,
  open: (options: {
    retentionMs: number;
    now: () => number;
  }) => Promise<readonly [WriteRecordStore, WriteRecordStore]>,
): void {
  describe(`the write record store ${name}`, () => {
    let time = 1_000;
    let here: WriteRecordStore;
    let there: WriteRecordStore;
    beforeEach(async () => {
      time = 1_000;
      [here, there] = await open({ retentionMs: RETENTION_MS, now: () => time });
    });
    afterEach(async () => {
      await here.close();
      await there.close();
    });

    it('keeps a record, for every door', async () => {
      expect(await here.insert(record())).toBeNull();
      expect(await there.get(record())).toEqual(record());
    });

    it('gives the record that was there first', async () => {
      await here.insert(record());
      expect(await there.insert(record({ inputDigest: 'd2' }))).toEqual(record());
      expect(await here.get(record())).toEqual(record());
    });

    it('lets one of many win who insert at the same time', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? here : there).insert(record({ inputDigest: `d${index}` })),
        ),
      );
      expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    });

    it('keeps the keys of principals apart', async () => {
      await here.insert(record());
      expect(await here.insert(record({ principalId: 'other' }))).toBeNull();
      expect(await here.get({ principalId: 'third', key: 'key-1' })).toBeNull();
    });

    it('replaces a record only for who knows what it is', async () => {
      await here.insert(record());
      const sent = record({ sent: true });
      expect(await there.replace(record(), sent)).toBe(true);
      expect(await here.replace(record(), record({ state: 'REJECTED' }))).toBe(false);
      expect(await here.get(record())).toEqual(sent);
    });

    it('lists what is not settled, oldest first', async () => {
      await here.insert(record({ key: 'b', startedAt: 3 }));
      await here.insert(record({ key: 'a', startedAt: 2, state: 'UNKNOWN' }));
      await here.insert(record({ key: 'c', startedAt: 1, state: 'APPLIED' }));
      expect((await there.unsettled(10)).map(({ key }) => key)).toEqual(['a', 'b']);
      expect((await there.unsettled(1)).map(({ key }) => key)).toEqual(['a']);
      expect((await there.unsettled(10, 1)).map(({ key }) => key)).toEqual(['b']);
      expect(await there.unsettled(10, 2)).toEqual([]);
    });

    it('lists a record no longer once it is settled, and again when its key is taken over', async () => {
      await here.insert(record());
      const settled = record({ state: 'REJECTED', endedAt: 1_500 });
      await there.replace(record(), settled);
      expect(await here.unsettled(10)).toEqual([]);
      const again = record({ run: 'run-2', startedAt: 1_600 });
      expect(await here.replace(settled, again)).toBe(true);
      expect(await there.unsettled(10)).toEqual([again]);
    });

    it('lets one of many win who replace at the same time', async () => {
      await here.insert(record());
      // None is like the record that they replace: that one would still be there for the next.
      const candidates = Array.from({ length: 20 }, (_, index) => record({ run: `candidate-${index}` }));
      const answers = await Promise.all(
        candidates.map((candidate, index) => (index % 2 === 0 ? here : there).replace(record(), candidate)),
      );
      const winners = candidates.filter((_, index) => answers[index] === true);
      expect(winners).toHaveLength(1);
      expect([await here.get(record()), await there.get(record())]).toEqual([...winners, ...winners]);
    });

    it('replaces nothing where there is nothing', async () => {
      expect(await here.replace(record(), record({ sent: true }))).toBe(false);
      expect(await here.get(record())).toBeNull();
    });

    it('keeps what panels say as it is', async () => {
      const said = record({
        key: '"[\\{*}]:~',
        principalId: 'a@b.example-1_2',
        snapshot: { list: [1, 2.5, null, true, { '10': 'x', '9': 'ä\u0000\ud83d\ude00' }] },
        userErrors: [{ code: 'REJECTED', message: 'x'.repeat(100_000), field: ['input', 'a'], native: null }],
      });
      await here.insert(said);
      expect(await there.get(said)).toEqual(said);
      expect(await there.replace(said, { ...said, sent: true })).toBe(true);
    });

    it('forgets settled records in time, and unsettled ones never', async () => {
      await here.insert(record({ key: 'settled', state: 'APPLIED', endedAt: 1_000 }));
      await here.insert(record({ key: 'unknown', state: 'UNKNOWN' }));
      time = 1_000 + RETENTION_MS + 1;
      expect(await there.get({ principalId: 'local', key: 'settled' })).toBeNull();
      expect(await there.get({ principalId: 'local', key: 'unknown' })).not.toBeNull();
      expect(await there.insert(record({ key: 'settled' }))).toBeNull();
      expect(await here.get(record({ key: 'settled' }))).toEqual(record({ key: 'settled' }));
    });

    it('makes room for the records that it may forget, and for no others', async () => {
      await here.insert(record({ key: 'settled', state: 'PARTIAL', endedAt: 1_000 }));
      await here.insert(record({ key: 'younger', state: 'REJECTED', endedAt: 1_500 }));
      await here.insert(record({ key: 'pending' }));
      time = 1_000 + RETENTION_MS + 1;
      await there.forget(10);
      expect(await there.forget(10)).toBe(0);
      time = 1_000;
      const kept = ['younger', 'pending'].map((key) => here.get({ principalId: 'local', key }));
      expect(await Promise.all(kept)).not.toContain(null);
    });
  });
}
