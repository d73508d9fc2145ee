import { type ActorContext, method } from '../method.js';
import type { PackageRecord } from '../records.js';
import { demandPackage, demandUser } from '../rights.js';
import type { MspcState } from '../state.js';
import { packageInfo, packageList, toListedPackageInfo, toPackageInfo } from '../types/package-info.js';
import { int } from '../xml/scalars.js';

export function packagesOf(state: MspcState, userId: number): PackageRecord[] {
  return state.packages.all().filter((record) => record.userId === userId);
}

/** What an inner join to server and plan leaves over: the root space, for one, has neither. */
export function withServerAndPlan(state: MspcState, records: readonly PackageRecord[]): PackageRecord[] {
  return records.filter(
    ({ serverId, planId }) =>
      state.servers.get(serverId ?? 0) !== undefined && state.plans.get(planId ?? 0) !== undefined,
  );
}

/** All spaces below a space, nearest first. */
export function packagesBelow(state: MspcState, packageId: number): PackageRecord[] {
  const below: PackageRecord[] = [];
  let level = new Set([packageId]);
  while (level.size > 0) {
    const next = state.packages.all().filter(({ parentPackageId }) => level.has(parentPackageId ?? 0));
    below.push(...next);
    level = new Set(next.map((record) => record.packageId));
  }
  return below;
}

/** esPackages.asmx: packages as objects. */
export const packageReadMethods = {
  /** Whoever asks. */
  GetPackage: method({ packageId: int }, packageInfo, ({ state }: ActorContext, { packageId }) => {
    const record = state.packages.get(packageId);
    return record === undefined ? null : toPackageInfo(record);
  }),

  GetMyPackages: method({ userId: int }, packageList, ({ state, actor }: ActorContext, { userId }) => {
    demandUser(state, actor, userId);
    return packagesOf(state, userId).map(toListedPackageInfo);
  }),

  /** Whoever asks. */
  GetPackages: method({ userId: int }, packageList, ({ state }: ActorContext, { userId }) =>
    withServerAndPlan(state, packagesOf(state, userId)).map(toListedPackageInfo),
  ),

  GetPackagePackages: method(
    { packageId: int },
    packageList,
    ({ state, actor }: ActorContext, { packageId }) => {
      demandPackage(state, actor, packageId);
      return packagesBelow(state, packageId).map((record) => ({
        ...toListedPackageInfo(record),
        defaultTopPackage: false,
      }));
    },
  ),
};
