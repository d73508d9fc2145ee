import { BackendError, CallAbandonedError, MethodMissingError } from '../../src/errors/index.js';
import type { Account, Listing, Package, Panel, PlanContents, Wanted } from '../../src/model/index.js';
import type { Call, ResultOf } from '../../src/operation/operation.js';
import type { WallClock } from '../../src/wire/wall-clock.js';
import { createAccountLists } from './account-lists.js';
import { findDeletionTask } from './deletion-tasks.js';
import * as mapping from './mapping/index.js';
import * as mspc from './operations/index.js';
import type { OwnAccount } from './own-account.js';
import { readRows } from './record-rows.js';

type PlanContext = NonNullable<ResultOf<typeof mspc.getHostingPlanContext>>;

export interface PanelDeps {
  readonly backend: string;
  readonly call: Call;
  readonly clock: WallClock;
  readonly ownAccount: OwnAccount;
}

/** Turns what the graph asks for into MSPControl's calls, and its answers into records. */
export function createMspcPanel({ backend, call, clock, ownAccount }: PanelDeps): Panel {
  const packages = new mapping.PackageMapping(backend, clock);
  const accountLists = createAccountLists(backend, call);

  const whole = <R, T>(method: string, rows: ReadonlyArray<R | Error>, read: (row: R) => T): Listing<T> => ({
    whole: readRows({ backend, method }, rows, read),
  });

  async function findAccount(nativeId: string) {
    const info = await call(mspc.getUserById, { userId: Number(nativeId) });
    return info && mapping.toAccount(backend, info);
  }

  async function findPackage(nativeId: string) {
    const info = await ifThere(call(mspc.getPackage, { packageId: Number(nativeId) }));
    return info && packages.toPackage(info);
  }

  const askPackageContext = (nativeId: string) =>
    call(mspc.getPackageContext, { packageId: Number(nativeId) });

  /** The answer that has the quotas has the package, too; where it fails the package may still be there. */
  async function findPackageWithQuotas(nativeId: string): Promise<Package | null> {
    const context = await ifAnswered(askPackageContext(nativeId));
    if (context === null) return null;
    return context?.Package ? packages.toPackage(context.Package) : findPackage(nativeId);
  }

  async function findAddon(nativeId: string) {
    const info = await call(mspc.getPackageAddon, { packageAddonId: Number(nativeId) });
    return info && packages.toAddon(info);
  }

  async function findPlan(nativeId: string) {
    const info = await ifThere(call(mspc.getHostingPlan, { planId: Number(nativeId) }));
    return info && mapping.toHostingPlan(backend, info);
  }

  const askPlanContext = (nativeId: string) => call(mspc.getHostingPlanContext, { planId: Number(nativeId) });

  function planContentsOf({ GroupsArray, QuotasArray }: PlanContext): PlanContents {
    const origin = { backend, method: mspc.getHostingPlanContext.method };
    const groupNames = mapping.groupNamesOf(GroupsArray);
    return {
      groups: GroupsArray && readRows(origin, GroupsArray, mapping.toGroup),
      quotas: QuotasArray && readRows(origin, QuotasArray, (quota) => mapping.toQuota(quota, groupNames)),
    };
  }

  async function findPlanWithContents(nativeId: string) {
    const context = await ifAnswered(askPlanContext(nativeId));
    if (context === null) return null;
    if (!context?.HostingPlan) return findPlan(nativeId);
    return { ...mapping.toHostingPlan(backend, context.HostingPlan), ...planContentsOf(context) };
  }

  async function offeredPlans({ nativeId, parentId, peer }: Account, addons: boolean) {
    const method = addons ? mspc.getUserAvailableHostingAddons : mspc.getUserAvailableHostingPlans;
    // What is offered is what the account above sells; a peer stands in for that account, and buys where it buys.
    const sellerId = peer === false ? (parentId ?? undefined) : undefined;
    return whole(method.method, await call(method, { userId: Number(nativeId) }), (info) =>
      mapping.toOfferedPlan(backend, info, sellerId),
    );
  }

  async function ownPlans(userId: number, addons: boolean) {
    const method = addons ? mspc.getHostingAddons : mspc.getHostingPlans;
    return whole(method.method, (await call(method, { userId })).Table ?? [], (row) =>
      mapping.toListedPlan(backend, row),
    );
  }

  return {
    find: {
      Account: findAccount,
      Package: (nativeId, { packageQuotas }: Wanted) =>
        packageQuotas === true ? findPackageWithQuotas(nativeId) : findPackage(nativeId),
      PackageAddon: findAddon,
      HostingPlan: (nativeId, { planContents }: Wanted) =>
        planContents === true ? findPlanWithContents(nativeId) : findPlan(nativeId),
    },
    detail: {
      Account: ({ nativeId }) => findAccount(nativeId),
      Package: ({ nativeId }) => findPackage(nativeId),
      PackageAddon: ({ nativeId }) => findAddon(nativeId),
      HostingPlan: ({ nativeId }) => findPlan(nativeId),
    },

    accountByLogin: async (username) => {
      const info = await call(mspc.getUserByUsername, { username });
      return info && mapping.toAccount(backend, info);
    },
    loginAvailable: async (username) => !(await call(mspc.userExists, { username })),
    accounts: async (owner, recursive, page) =>
      accountLists.below(owner === null ? await ownAccount.id(call) : Number(owner), recursive, page),
    childAccounts: ({ nativeId }, recursive, page) => accountLists.below(Number(nativeId), recursive, page),
    accountPackages: ({ nativeId }) =>
      ifThere(
        call(mspc.getMyPackages, { userId: Number(nativeId) }).then((rows) =>
          whole(mspc.getMyPackages.method, rows, (info) => packages.toListedPackage(info)),
        ),
      ),
    accountHostingPlans: (account, { offered, addons }) =>
      ifThere(offered ? offeredPlans(account, addons) : ownPlans(Number(account.nativeId), addons)),

    packageAddons: ({ nativeId }) =>
      ifThere(
        call(mspc.getPackageAddons, { packageId: Number(nativeId) }).then(({ Table: rows }) =>
          readRows({ backend, method: mspc.getPackageAddons.method }, rows ?? [], (row) =>
            packages.toListedAddon(row),
          ),
        ),
      ),
    packageQuotas: async ({ nativeId }, names) => {
      if (names !== null) return ifThere(namedQuotas(call, Number(nativeId), names));
      const context = await ifThere(askPackageContext(nativeId));
      if (!context?.QuotasArray) return null;
      const groupNames = mapping.groupNamesOf(context.GroupsArray);
      return readRows({ backend, method: mspc.getPackageContext.method }, context.QuotasArray, (quota) =>
        mapping.toPackageQuota(quota, groupNames),
      );
    },

    planContents: async ({ nativeId }) => {
      const context = await ifThere(askPlanContext(nativeId));
      return context && planContentsOf(context);
    },

    task: (taskId) => findDeletionTask(backend, call, taskId),
  };
}

/** In the order of the names, which the panel compares without regard to case. */
async function namedQuotas(call: Call, packageId: number, names: readonly string[]) {
  const quotas = await Promise.all(
    names.map((quotaName) => call(mspc.getPackageQuota, { packageId, quotaName })),
  );
  return quotas.filter((quota) => quota !== null).map((quota) => mapping.toPackageQuota(quota));
}

/** A method that this server lacks has no answer, and that is no error. */
async function ifThere<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof MethodMissingError) return null;
    throw error;
  }
}

/** For an answer that saves a call and can be done without: why it is missing, those learn who ask for what it adds. */
async function ifAnswered<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendError && !(error instanceof CallAbandonedError)) return undefined;
    throw error;
  }
}
