import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../../adapters/mspc/catalogue/groups.js';
import { QUOTAS } from '../../../adapters/mspc/catalogue/quotas.js';
import { GROUPS as PANEL_GROUPS } from '../../../src/sandbox/mspc/catalogue-groups.js';
import { QUOTAS as PANEL_QUOTAS } from '../../../src/sandbox/mspc/catalogue-quotas.js';

const KINDS = ['SWITCH', 'AMOUNT', 'MAXIMUM'];

describe('the catalogue', () => {
  it('has the groups and quotas that the vendor lists', () => {
    expect(GROUPS.size).toBe(33);
    expect(QUOTAS.size).toBe(254);
    expect([...QUOTAS.values()].filter(({ groupId }) => !GROUPS.has(groupId))).toEqual([]);
  });

  it('has no internal name twice, and a kind for each that is known', () => {
    const names = [...QUOTAS.values()].map(({ name }) => name).filter((name) => name !== null);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, kind } of QUOTAS.values()) expect(kind === null).toBe(name === null);
  });

  it('agrees with the simulated panel, which has it from the same documents by another hand', () => {
    expect(GROUPS).toEqual(PANEL_GROUPS);
    for (const { quotaId, groupId, name, typeId, description } of PANEL_QUOTAS) {
      const ours = QUOTAS.get(quotaId);
      expect(ours).toMatchObject({ groupId, description });
      if (ours?.name !== null) expect(ours).toMatchObject({ name, kind: KINDS[typeId - 1] });
    }
  });
});
