import type { Account, Details, HostingPlan, Package, PackageAddon } from '../../src/model/index.js';
import type { MspcRecords } from './records.js';

/** What MSPControl's answers by an id tell of objects that lists mentioned. */
export class MspcDetails implements Details {
  constructor(private readonly records: MspcRecords) {}

  Account({ nativeId }: Account): Promise<Account | null> {
    return this.records.account(nativeId);
  }

  Package({ nativeId }: Package): Promise<Package | null> {
    return this.records.package(nativeId);
  }

  PackageAddon({ nativeId }: PackageAddon): Promise<PackageAddon | null> {
    return this.records.addon(nativeId);
  }

  HostingPlan({ nativeId }: HostingPlan): Promise<HostingPlan | null> {
    return this.records.plan(nativeId);
  }
}
