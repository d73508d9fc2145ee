import { BackendError, MethodMissingError } from '../../src/errors/index.js';
import type {
  Account,
  HostingPlan,
  Listing,
  Package,
  PackageQuota,
  Panel,
  PlanContents,
  Wanted,
} from '../../src/model/index.js';
import type { AnyOperation, Call, ResultOf } from '../../src/operation/operation.js';
import type { WallClock } from '../../src/wire/wall-clock.js';
import { accountByLogin } from './account-by-login.js';
import { createAccountLists } from './account-lists.js';
import { Contexts, ifAnswered } from './contexts.js';
import { findDeletionTask } from './deletion-tasks.js';
import * as mapping from './mapping/index.js';
import * as mspc from './operations/seen.js';
import type { OwnAccount } from './own-account.js';
import { createMspcOwnership } from './ownership.js';
import { readRows } from './record-rows.js';
import { checkSubject } from './subject.js';

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

  /** The answer, which is about the object that was asked about. */
  async function about<I>(
    { method }: AnyOperation,
    nativeId: string,
    answer: Promise<I>,
    idOf: (info: NonNullable<I>) => number | undefined,
  ): Promise<I> {
    const info = await answer;
    if (info !== null && info !== undefined) checkSubject({ backend, method }, nativeId, idOf(info));
    return info;
  }

  async function findAccount(nativeId: string) {
    const answer = call(mspc.getUserById, { userId: Number(nativeId) });
    const info = await about(mspc.getUserById, nativeId, answer, ({ UserId }) => UserId);
    return info && mapping.toAccount(backend, info);
  }

  const packageContexts = new Contexts((nativeId) =>
    about(
      mspc.getPackageContext,
      nativeId,
      call(mspc.getPackageContext, { packageId: Number(nativeId) }),
      (context) => context.Package?.PackageId,
    ),
  );

  async function findPackage(nativeId: string): Promise<Package | null> {
    const context = await packageContexts.ifAsked(nativeId);
    if (context === null) return null;
    if (context?.Package) return packages.toPackage(context.Package);
    const answer = ifThere(call(mspc.getPackage, { packageId: Number(nativeId) }));
    const info = await about(mspc.getPackage, nativeId, answer, ({ PackageId }) => PackageId);
    return info && packages.toPackage(info);
  }

  /** The answer that has the quotas has the package, too; where it fails the package may still be there. */
  async function findPackageWithQuotas(nativeId: string): Promise<Package | null> {
    await ifAnswered(packageContexts.ask(nativeId));
    return findPackage(nativeId);
  }

  async function findAddon(nativeId: string) {
    const answer = call(mspc.getPackageAddon, { packageAddonId: Number(nativeId) });
    const info = await about(mspc.getPackageAddon, nativeId, answer, ({ PackageAddonId }) => PackageAddonId);
    return info && packages.toAddon(info);
  }

  const planContexts = new Contexts((nativeId) =>
    about(
      mspc.getHostingPlanContext,
      nativeId,
      call(mspc.getHostingPlanContext, { planId: Number(nativeId) }),
      (context) => context.HostingPlan?.PlanId,
    ),
  );

  function planContentsOf({ GroupsArray, QuotasArray }: PlanContext): PlanContents {
    const origin = { backend, method: mspc.getHostingPlanContext.method };
    const groupNames = mapping.groupNamesOf(GroupsArray);
    return {
      groups: GroupsArray && readRows(origin, GroupsArray, mapping.toGroup),
      quotas: QuotasArray && readRows(origin, QuotasArray, (quota) => mapping.toQuota(quota, groupNames)),
    };
  }

  async function findPlan(nativeId: string): Promise<HostingPlan | null> {
    const context = await planContexts.ifAsked(nativeId);
    if (context === null) return null;
    if (context?.HostingPlan) {
      return { ...mapping.toHostingPlan(backend, context.HostingPlan), ...planContentsOf(context) };
    }
    const answer = ifThere(call(mspc.getHostingPlan, { planId: Number(nativeId) }));
    const info = await about(mspc.getHostingPlan, nativeId, answer, ({ PlanId }) => PlanId);
    return info && mapping.toHostingPlan(backend, info);
  }

  async function findPlanWithContents(nativeId: string): Promise<HostingPlan | null> {
    await ifAnswered(planContexts.ask(nativeId));
    return findPlan(nativeId);
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

  const find: Panel['find'] = {
    Account: findAccount,
    Package: (nativeId, { packageQuotas }: Wanted) =>
      packageQuotas === true ? findPackageWithQuotas(nativeId) : findPackage(nativeId),
    PackageAddon: findAddon,
    HostingPlan: (nativeId, { planContents }: Wanted) =>
      planContents === true ? findPlanWithContents(nativeId) : findPlan(nativeId),
  };

  return {
    find,
    ownership: createMspcOwnership(find),
    detail: {
      Account: ({ nativeId }) => findAccount(nativeId),
      Package: ({ nativeId }) => findPackage(nativeId),
      PackageAddon: ({ nativeId }) => findAddon(nativeId),
      HostingPlan: ({ nativeId }) => findPlan(nativeId),
    },

    accountByLogin: async (username) => {
      const info = await accountByLogin(backend, call, username);
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
      const context = await ifThere(packageContexts.ask(nativeId));
      if (!context?.QuotasArray) return null;
      const groupNames = mapping.groupNamesOf(context.GroupsArray);
      return readRows({ backend, method: mspc.getPackageContext.method }, context.QuotasArray, (quota) =>
        mapping.toPackageQuota(quota, groupNames),
      );
    },

    planContents: async ({ nativeId }) => {
      const context = await ifThere(planContexts.ask(nativeId));
      return context && planContentsOf(context);
    },

    task: (taskId) => findDeletionTask(backend, call, taskId),
  };
}

/** One for each name, in their order. The panel compares names without regard to case, so one is asked for once. */
async function namedQuotas(
  call: Call,
  packageId: number,
  names: readonly string[],
): Promise<ReadonlyArray<PackageQuota | Error | null>> {
  const asked = new Map(names.map((name) => [name.toLowerCase(), name]));
  const quotas = await Promise.all(
    [...asked].map(async ([key, quotaName]) => {
      const quota = await orError(call(mspc.getPackageQuota, { packageId, quotaName }));
      return [key, quota === null || quota instanceof Error ? quota : mapping.toPackageQuota(quota)] as const;
    }),
  );
  const found = new Map(quotas);
  return names.map((name) => found.get(name.toLowerCase()) ?? null);
}

/** A failure that leaves those beside it whole; that of a missing method is one for all. */
async function orError<T>(answer: Promise<T>): Promise<T | Error> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendError && !(error instanceof MethodMissingError)) return error;
    throw error;
  }
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
