import type { Account, Finders, HostingPlan, Package, PackageAddon, Wanted } from '../../src/model/index.js';
import type { MspcRecords } from './records.js';

/** MSPControl's objects by their native ids. */
export class MspcFinders implements Finders {
  constructor(private readonly records: MspcRecords) {}

  Account(nativeId: string): Promise<Account | null> {
    return this.records.account(nativeId);
  }

  Package(nativeId: string, { packageQuotas }: Wanted): Promise<Package | null> {
    return packageQuotas === true ? this.records.packageWithQuotas(nativeId) : this.records.package(nativeId);
  }

  PackageAddon(nativeId: string): Promise<PackageAddon | null> {
    return this.records.addon(nativeId);
  }

  HostingPlan(nativeId: string, { planContents }: Wanted): Promise<HostingPlan | null> {
    return planContents === true ? this.records.planWithContents(nativeId) : this.records.plan(nativeId);
  }
}
