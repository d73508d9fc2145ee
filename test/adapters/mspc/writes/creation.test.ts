import { describe, expect, it } from 'vitest';
import { Creations } from '../../../../adapters/mspc/writes/creation.js';
import type { OtherWrites } from '../../../../src/model/index.js';
import type { Call } from '../../../../src/operation/operation.js';

const read: Call = async () => {
  throw new Error('the list is given by hand');
};
const others: OtherWrites = { author: async () => null, contested: async () => false };

const reconcile = (now: readonly number[] | null, before: readonly number[] | null) => {
  const creations = new Creations('mspc', {
    type: 'Package',
    field: 'package',
    place: { nameOf: () => 'packages of user 12', field: 'accountId', look: async () => ({}) },
    list: async () => now,
  });
  const snapshot = { change: 'packages of user 12', before: before === null ? null : [...before] };
  const write = { mutation: 'createPackage', snapshot, startedAt: 0, requestId: 'hostgraph-1' };
  return creations.reconcile(write, read, others);
};

describe('what became of something that was to be made', () => {
  it('is told by the one that is new', async () => {
    expect(await reconcile([1, 2], [1])).toMatchObject({ state: 'APPLIED' });
    expect(await reconcile([1], [1])).toMatchObject({ state: 'REJECTED' });
  });

  it('is not told by a list that could not be read whole, before or afterwards', async () => {
    expect(await reconcile(null, [1])).toBeNull();
    expect(await reconcile([1, 2], null)).toBeNull();
  });
});
