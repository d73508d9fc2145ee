import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../../../src/sandbox/mspc/catalogue-groups.js';
import { QUOTAS } from '../../../../src/sandbox/mspc/catalogue-quotas.js';
import { exceedingQuotas } from '../../../../src/sandbox/mspc/quotas.js';
import { grant } from '../../../../src/sandbox/mspc/seed/grant.js';
import { seedDatabase } from '../../../../src/sandbox/mspc/seed/seed.js';
import { MspcState } from '../../../../src/sandbox/mspc/state.js';

const seed = seedDatabase({ poisonedAccount: true });
const state = new MspcState(seed, 0);

describe('the seed', () => {
  it('has only rows that refer to rows', () => {
    const dangling = [
      ...seed.users.filter(({ ownerId }) => ownerId !== 0 && state.users.get(ownerId) === undefined),
      ...seed.plans.filter(({ userId }) => state.users.get(userId) === undefined),
      ...seed.plans.filter(
        ({ packageId }) => packageId !== null && state.packages.get(packageId) === undefined,
      ),
      ...seed.packages.filter(({ userId }) => state.users.get(userId) === undefined),
      ...seed.packages.filter(({ planId }) => planId !== null && state.plans.get(planId) === undefined),
      ...seed.packages.filter(
        ({ serverId }) => serverId !== null && state.servers.get(serverId) === undefined,
      ),
      ...seed.addons.filter(({ packageId }) => state.packages.get(packageId) === undefined),
      ...seed.addons.filter(({ planId }) => state.plans.get(planId)?.isAddon !== true),
    ];
    expect(dangling).toEqual([]);
  });

  it('promises no more than the spaces have', () => {
    const excess = seed.packages.flatMap(({ packageId }) =>
      exceedingQuotas(state, packageId).flatMap(({ rows }) => rows),
    );
    expect(excess).toEqual([]);
  });

  it('shows every status of accounts and packages', () => {
    expect(new Set(seed.users.map(({ statusId }) => statusId))).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(new Set(seed.packages.map(({ statusId }) => statusId))).toEqual(new Set([1, 2, 3, 4]));
  });

  it('has the customers that the other panels know too', () => {
    expect(seed.users.find(({ userId }) => userId === 12)).toMatchObject({
      username: 'nordlicht',
      ownerId: 3,
      firstName: 'Ida',
      lastName: 'Nordlicht',
      email: 'ida@nordlicht.example',
      companyName: 'Nordlicht Verlag GmbH',
    });
    expect(seed.users.find(({ userId }) => userId === 13)).toMatchObject({
      username: 'alpine',
      companyName: 'Alpine Tours Ltd',
    });
    expect(seed.packages.find(({ packageId }) => packageId === 17)).toMatchObject({
      userId: 12,
      packageName: 'Web Pro',
    });
  });
});

describe('the catalogue', () => {
  it('names each quota once, and in a group that there is', () => {
    expect(new Set(QUOTAS.map(({ quotaId }) => quotaId)).size).toBe(QUOTAS.length);
    expect(new Set(QUOTAS.map(({ name }) => name)).size).toBe(QUOTAS.length);
    expect(QUOTAS.filter(({ groupId }) => !GROUPS.has(groupId))).toEqual([]);
  });

  it('does not let a plan grant what it does not have', () => {
    expect(() => grant({ 'OS.Shoes': 1 })).toThrow('The catalogue has no quota OS.Shoes');
  });
});
