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
import type { Call } from '../../src/operation/operation.js';
import type { WallClock } from '../../src/wire/wall-clock.js';
import { accountByLogin } from './account-by-login.js';
import { AccountLists } from './account-lists.js';
import { findDeletionTask } from './deletion-tasks.js';
import { MspcDetails } from './details.js';
import { MspcFinders } from './finders.js';
import * as mapping from './mapping/index.js';
import { namedQuotas } from './named-quotas.js';
import * as mspc from './operations/seen.js';
import type { OwnAccount } from './own-account.js';
import { createMspcOwnership } from './ownership.js';
import { MspcRecords } from './records.js';
import { ifThere } from './tolerance.js';

export interface PanelDeps {
  readonly backend: string;
  readonly call: Call;
  readonly clock: WallClock;
  readonly ownAccount: OwnAccount;
}

/** Turns what the graph asks for into MSPControl's calls, and its answers into records. */
export class MspcPanel implements Panel {
  readonly find: MspcFinders;
  readonly detail: MspcDetails;
  private readonly backend: string;
  private readonly call: Call;
  private readonly ownAccount: OwnAccount;
  private readonly records: MspcRecords;

  constructor({ backend, call, clock, ownAccount }: PanelDeps) {
    this.backend = backend;
    this.call = call;
    this.ownAccount = ownAccount;
    this.records = new MspcRecords(backend, call, clock);
    this.find = new MspcFinders(this.records);
    this.detail = new MspcDetails(this.records);
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
    return new AccountLists(this.backend, this.call).below(ownerId, recursive, page);
  }

  childAccounts({ nativeId }: Account, recursive: boolean, page: PageRequest): Promise<Listing<Account>> {
    return new AccountLists(this.backend, this.call).below(Number(nativeId), recursive, page);
  }

  async accountPackages({ nativeId }: Account): Promise<Listing<Package> | null> {
    const rows = await ifThere(this.call(mspc.getMyPackages, { userId: Number(nativeId) }));
    const { mapped } = this.records;
    return rows && this.records.listing(mspc.getMyPackages, rows, (info) => mapped.toListedPackage(info));
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
    const { mapped } = this.records;
    return (
      answer &&
      this.records.rows(mspc.getPackageAddons, answer.Table ?? [], (row) => mapped.toListedAddon(row))
    );
  }

  async packageQuotas(
    { nativeId }: Package,
    names: readonly string[] | null,
  ): Promise<ReadonlyArray<PackageQuota | Error | null> | null> {
    if (names !== null) return ifThere(namedQuotas(this.call, Number(nativeId), names));
    const context = await ifThere(this.records.packageContext(nativeId));
    if (!context?.QuotasArray) return null;
    const groupNames = mapping.groupNamesOf(context.GroupsArray);
    return this.records.rows(mspc.getPackageContext, context.QuotasArray, (quota) =>
      mapping.toPackageQuota(quota, groupNames),
    );
  }

  planContents({ nativeId }: HostingPlan): Promise<PlanContents | null> {
    return this.records.planContents(nativeId);
  }

  task(taskId: string): Promise<Task | null> {
    return findDeletionTask(this.backend, this.call, taskId);
  }

  async #offeredPlans({ nativeId, parentId, peer }: Account, addons: boolean) {
    const method = addons ? mspc.getUserAvailableHostingAddons : mspc.getUserAvailableHostingPlans;
    // What is offered is what the account above sells; a peer stands in for that account, and buys where it buys.
    const sellerId = peer === false ? (parentId ?? undefined) : undefined;
    return this.records.listing(method, await this.call(method, { userId: Number(nativeId) }), (info) =>
      mapping.toOfferedPlan(this.backend, info, sellerId),
    );
  }

  async #ownPlans(userId: number, addons: boolean) {
    const method = addons ? mspc.getHostingAddons : mspc.getHostingPlans;
    return this.records.listing(method, (await this.call(method, { userId })).Table ?? [], (row) =>
      mapping.toListedPlan(this.backend, row),
    );
  }
}
