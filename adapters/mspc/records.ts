import type {
  Account,
  HostingPlan,
  Listing,
  Package,
  PackageAddon,
  PlanContents,
} from '../../src/model/index.js';
import type { AnyOperation, Call, ResultOf } from '../../src/operation/operation.js';
import type { WallClock } from '../../src/wire/wall-clock.js';
import { Contexts, ifAnswered } from './contexts.js';
import * as mapping from './mapping/index.js';
import * as mspc from './operations/seen.js';
import { readRows } from './record-rows.js';
import { checkSubject } from './subject.js';
import { ifThere } from './tolerance.js';

type PackageContext = ResultOf<typeof mspc.getPackageContext>;
type PlanContext = NonNullable<ResultOf<typeof mspc.getHostingPlanContext>>;

/** MSPControl's objects by their native ids, each of which one request asks for once. */
export class MspcRecords {
  readonly mapped: mapping.PackageMapping;
  private readPackages: Contexts<PackageContext> | undefined;
  private readPlans: Contexts<PlanContext> | undefined;

  constructor(
    readonly backend: string,
    readonly call: Call,
    clock: WallClock,
  ) {
    this.mapped = new mapping.PackageMapping(backend, clock);
  }

  async account(nativeId: string): Promise<Account | null> {
    const info = await this.call(mspc.getUserById, { userId: Number(nativeId) });
    this.check(mspc.getUserById, nativeId, info?.UserId);
    return info && mapping.toAccount(this.backend, info);
  }

  async package(nativeId: string): Promise<Package | null> {
    const context = await this.packageContexts.ifAsked(nativeId);
    if (context === null) return null;
    if (context?.Package) return this.mapped.toPackage(context.Package);
    const info = await ifThere(this.call(mspc.getPackage, { packageId: Number(nativeId) }));
    this.check(mspc.getPackage, nativeId, info?.PackageId);
    return info && this.mapped.toPackage(info);
  }

  /** The answer that has the quotas has the package, too; where it fails the package may still be there. */
  async packageWithQuotas(nativeId: string): Promise<Package | null> {
    await ifAnswered(this.packageContexts.ask(nativeId));
    return this.package(nativeId);
  }

  async addon(nativeId: string): Promise<PackageAddon | null> {
    const info = await this.call(mspc.getPackageAddon, { packageAddonId: Number(nativeId) });
    this.check(mspc.getPackageAddon, nativeId, info?.PackageAddonId);
    return info && this.mapped.toAddon(info);
  }

  async plan(nativeId: string): Promise<HostingPlan | null> {
    const context = await this.planContexts.ifAsked(nativeId);
    if (context === null) return null;
    if (context?.HostingPlan) {
      return { ...mapping.toHostingPlan(this.backend, context.HostingPlan), ...this.contentsOf(context) };
    }
    const info = await ifThere(this.call(mspc.getHostingPlan, { planId: Number(nativeId) }));
    this.check(mspc.getHostingPlan, nativeId, info?.PlanId);
    return info && mapping.toHostingPlan(this.backend, info);
  }

  async planWithContents(nativeId: string): Promise<HostingPlan | null> {
    await ifAnswered(this.planContexts.ask(nativeId));
    return this.plan(nativeId);
  }

  /** A package together with what is in it. */
  packageContext(nativeId: string): Promise<PackageContext | null> {
    return this.packageContexts.ask(nativeId);
  }

  async planContents(nativeId: string): Promise<PlanContents | null> {
    const context = await ifThere(this.planContexts.ask(nativeId));
    return context && this.contentsOf(context);
  }

  /** A row that cannot be read is its error. */
  rows<R, T>({ method }: AnyOperation, rows: ReadonlyArray<R | Error>, read: (row: R) => T) {
    return readRows({ backend: this.backend, method }, rows, read);
  }

  listing<R, T>(method: AnyOperation, rows: ReadonlyArray<R | Error>, read: (row: R) => T): Listing<T> {
    return { whole: this.rows(method, rows, read) };
  }

  private contentsOf({ GroupsArray, QuotasArray }: PlanContext): PlanContents {
    const method = mspc.getHostingPlanContext;
    const groupNames = mapping.groupNamesOf(GroupsArray);
    return {
      groups: GroupsArray && this.rows(method, GroupsArray, mapping.toGroup),
      quotas: QuotasArray && this.rows(method, QuotasArray, (quota) => mapping.toQuota(quota, groupNames)),
    };
  }

  private get packageContexts(): Contexts<PackageContext> {
    this.readPackages ??= new Contexts(async (nativeId) => {
      const context = await this.call(mspc.getPackageContext, { packageId: Number(nativeId) });
      this.check(mspc.getPackageContext, nativeId, context?.Package?.PackageId);
      return context;
    });
    return this.readPackages;
  }

  private get planContexts(): Contexts<PlanContext> {
    this.readPlans ??= new Contexts(async (nativeId) => {
      const context = await this.call(mspc.getHostingPlanContext, { planId: Number(nativeId) });
      this.check(mspc.getHostingPlanContext, nativeId, context?.HostingPlan?.PlanId);
      return context;
    });
    return this.readPlans;
  }

  /** @throws {@link BackendProtocolError} if an answer is about another object than the one asked for */
  private check({ method }: AnyOperation, nativeId: string, answered: number | undefined): void {
    checkSubject({ backend: this.backend, method }, nativeId, answered);
  }
}
