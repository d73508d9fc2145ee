import type {
  Account,
  HostingPlan,
  Listing,
  Ownership,
  Package,
  PackageAddon,
  PackageQuota,
  PageRequest,
  Panel,
  PlanContents,
  Task,
} from '../../src/model/index.js';
import type { AnyOperation, Call, ResultOf } from '../../src/operation/operation.js';
import type { WallClock } from '../../src/wire/wall-clock.js';
import { accountByLogin } from './account-by-login.js';
import { AccountLists } from './account-lists.js';
import { Contexts, ifAnswered } from './contexts.js';
import { findDeletionTask } from './deletion-tasks.js';
import * as mapping from './mapping/index.js';
import { namedQuotas } from './named-quotas.js';
import * as mspc from './operations/seen.js';
import type { OwnAccount } from './own-account.js';
import { createMspcOwnership } from './ownership.js';
import { readRows } from './record-rows.js';
import { checkSubject } from './subject.js';
import { ifThere } from './tolerance.js';

type PackageContext = ResultOf<typeof mspc.getPackageContext>;
type PlanContext = NonNullable<ResultOf<typeof mspc.getHostingPlanContext>>;

export interface PanelDeps {
  readonly backend: string;
  readonly call: Call;
  readonly clock: WallClock;
  readonly ownAccount: OwnAccount;
}

/** Turns what the graph asks for into MSPControl's calls, and its answers into records. */
export class MspcPanel implements Panel {
  readonly find: Panel['find'] = {
    Account: (nativeId) => this.#findAccount(nativeId),
    Package: (nativeId, { packageQuotas }) =>
      packageQuotas === true ? this.#findPackageWithQuotas(nativeId) : this.#findPackage(nativeId),
    PackageAddon: (nativeId) => this.#findAddon(nativeId),
    HostingPlan: (nativeId, { planContents }) =>
      planContents === true ? this.#findPlanWithContents(nativeId) : this.#findPlan(nativeId),
  };
  readonly detail: Panel['detail'] = {
    Account: ({ nativeId }) => this.#findAccount(nativeId),
    Package: ({ nativeId }) => this.#findPackage(nativeId),
    PackageAddon: ({ nativeId }) => this.#findAddon(nativeId),
    HostingPlan: ({ nativeId }) => this.#findPlan(nativeId),
  };

  private readonly backend: string;
  private readonly call: Call;
  private readonly ownAccount: OwnAccount;
  private readonly packages: mapping.PackageMapping;
  private readonly accountLists: AccountLists;
  private readonly packageContexts = new Contexts((nativeId) => this.#askPackageContext(nativeId));
  private readonly planContexts = new Contexts((nativeId) => this.#askPlanContext(nativeId));

  constructor({ backend, call, clock, ownAccount }: PanelDeps) {
    this.backend = backend;
    this.call = call;
    this.ownAccount = ownAccount;
    this.packages = new mapping.PackageMapping(backend, clock);
    this.accountLists = new AccountLists(backend, call);
  }

  get ownership(): Ownership {
    return createMspcOwnership(this.find);
  }

  async accountByLogin(username: string): Promise<Account | null> {
    const info = await accountByLogin(this.backend, this.call, username);
    return info && mapping.toAccount(this.backend, info);
  }

  async loginAvailable(username: string): Promise<boolean> {
    return !(await this.call(mspc.userExists, { username }));
  }

  async accounts(owner: string | null, recursive: boolean, page: PageRequest): Promise<Listing<Account>> {
    const ownerId = owner === null ? await this.ownAccount.id(this.call) : Number(owner);
    return this.accountLists.below(ownerId, recursive, page);
  }

  childAccounts({ nativeId }: Account, recursive: boolean, page: PageRequest): Promise<Listing<Account>> {
    return this.accountLists.below(Number(nativeId), recursive, page);
  }

  async accountPackages({ nativeId }: Account): Promise<Listing<Package> | null> {
    const rows = await ifThere(this.call(mspc.getMyPackages, { userId: Number(nativeId) }));
    return rows && this.#whole(mspc.getMyPackages, rows, (info) => this.packages.toListedPackage(info));
  }

  accountHostingPlans(
    account: Account,
    { offered, addons }: { readonly offered: boolean; readonly addons: boolean },
  ): Promise<Listing<HostingPlan> | null> {
    return ifThere(
      offered ? this.#offeredPlans(account, addons) : this.#ownPlans(Number(account.nativeId), addons),
    );
  }

  async packageAddons({ nativeId }: Package): Promise<ReadonlyArray<PackageAddon | Error> | null> {
    const answer = await ifThere(this.call(mspc.getPackageAddons, { packageId: Number(nativeId) }));
    return (
      answer &&
      this.#rows(mspc.getPackageAddons, answer.Table ?? [], (row) => this.packages.toListedAddon(row))
    );
  }

  async packageQuotas(
    { nativeId }: Package,
    names: readonly string[] | null,
  ): Promise<ReadonlyArray<PackageQuota | Error | null> | null> {
    if (names !== null) return ifThere(namedQuotas(this.call, Number(nativeId), names));
    const context = await ifThere(this.packageContexts.ask(nativeId));
    if (!context?.QuotasArray) return null;
    const groupNames = mapping.groupNamesOf(context.GroupsArray);
    return this.#rows(mspc.getPackageContext, context.QuotasArray, (quota) =>
      mapping.toPackageQuota(quota, groupNames),
    );
  }

  async planContents({ nativeId }: HostingPlan): Promise<PlanContents | null> {
    const context = await ifThere(this.planContexts.ask(nativeId));
    return context && this.#planContentsOf(context);
  }

  task(taskId: string): Promise<Task | null> {
    return findDeletionTask(this.backend, this.call, taskId);
  }

  async #findAccount(nativeId: string): Promise<Account | null> {
    const info = await this.call(mspc.getUserById, { userId: Number(nativeId) });
    this.#check(mspc.getUserById, nativeId, info?.UserId);
    return info && mapping.toAccount(this.backend, info);
  }

  async #findPackage(nativeId: string): Promise<Package | null> {
    const context = await this.packageContexts.ifAsked(nativeId);
    if (context === null) return null;
    if (context?.Package) return this.packages.toPackage(context.Package);
    const info = await ifThere(this.call(mspc.getPackage, { packageId: Number(nativeId) }));
    this.#check(mspc.getPackage, nativeId, info?.PackageId);
    return info && this.packages.toPackage(info);
  }

  /** The answer that has the quotas has the package, too; where it fails the package may still be there. */
  async #findPackageWithQuotas(nativeId: string): Promise<Package | null> {
    await ifAnswered(this.packageContexts.ask(nativeId));
    return this.#findPackage(nativeId);
  }

  async #findAddon(nativeId: string): Promise<PackageAddon | null> {
    const info = await this.call(mspc.getPackageAddon, { packageAddonId: Number(nativeId) });
    this.#check(mspc.getPackageAddon, nativeId, info?.PackageAddonId);
    return info && this.packages.toAddon(info);
  }

  async #findPlan(nativeId: string): Promise<HostingPlan | null> {
    const context = await this.planContexts.ifAsked(nativeId);
    if (context === null) return null;
    if (context?.HostingPlan) {
      return {
        ...mapping.toHostingPlan(this.backend, context.HostingPlan),
        ...this.#planContentsOf(context),
      };
    }
    const info = await ifThere(this.call(mspc.getHostingPlan, { planId: Number(nativeId) }));
    this.#check(mspc.getHostingPlan, nativeId, info?.PlanId);
    return info && mapping.toHostingPlan(this.backend, info);
  }

  async #findPlanWithContents(nativeId: string): Promise<HostingPlan | null> {
    await ifAnswered(this.planContexts.ask(nativeId));
    return this.#findPlan(nativeId);
  }

  async #offeredPlans({ nativeId, parentId, peer }: Account, addons: boolean) {
    const method = addons ? mspc.getUserAvailableHostingAddons : mspc.getUserAvailableHostingPlans;
    // What is offered is what the account above sells; a peer stands in for that account, and buys where it buys.
    const sellerId = peer === false ? (parentId ?? undefined) : undefined;
    return this.#whole(method, await this.call(method, { userId: Number(nativeId) }), (info) =>
      mapping.toOfferedPlan(this.backend, info, sellerId),
    );
  }

  async #ownPlans(userId: number, addons: boolean) {
    const method = addons ? mspc.getHostingAddons : mspc.getHostingPlans;
    return this.#whole(method, (await this.call(method, { userId })).Table ?? [], (row) =>
      mapping.toListedPlan(this.backend, row),
    );
  }

  #planContentsOf({ GroupsArray, QuotasArray }: PlanContext): PlanContents {
    const method = mspc.getHostingPlanContext;
    const groupNames = mapping.groupNamesOf(GroupsArray);
    return {
      groups: GroupsArray && this.#rows(method, GroupsArray, mapping.toGroup),
      quotas: QuotasArray && this.#rows(method, QuotasArray, (quota) => mapping.toQuota(quota, groupNames)),
    };
  }

  async #askPackageContext(nativeId: string): Promise<PackageContext> {
    const context = await this.call(mspc.getPackageContext, { packageId: Number(nativeId) });
    this.#check(mspc.getPackageContext, nativeId, context?.Package?.PackageId);
    return context;
  }

  async #askPlanContext(nativeId: string): Promise<PlanContext | null> {
    const context = await this.call(mspc.getHostingPlanContext, { planId: Number(nativeId) });
    this.#check(mspc.getHostingPlanContext, nativeId, context?.HostingPlan?.PlanId);
    return context;
  }

  /** @throws {@link BackendProtocolError} if an answer is about another object than the one asked for */
  #check({ method }: AnyOperation, nativeId: string, answered: number | undefined): void {
    checkSubject({ backend: this.backend, method }, nativeId, answered);
  }

  #whole<R, T>(method: AnyOperation, rows: ReadonlyArray<R | Error>, read: (row: R) => T): Listing<T> {
    return { whole: this.#rows(method, rows, read) };
  }

  #rows<R, T>({ method }: AnyOperation, rows: ReadonlyArray<R | Error>, read: (row: R) => T) {
    return readRows({ backend: this.backend, method }, rows, read);
  }
}
