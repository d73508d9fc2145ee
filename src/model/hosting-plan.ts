import type { NodeRecord, Told } from './node.js';
import type { QuotaKind } from './package.js';

/** MSPC hosting plan or addon, POA service template. */
export interface HostingPlan extends NodeRecord {
  readonly name?: Told<string>;
  readonly description?: Told<string>;
  readonly addon?: Told<boolean>;
  readonly active?: Told<boolean>;
  readonly accountId?: Told<string>;
  readonly groups?: Told<PlanContents['groups']>;
  readonly quotas?: Told<PlanContents['quotas']>;
  readonly resources?: Told<readonly PlanResource[]>;
}

/** What a plan of MSPControl consists of; a row that could not be read is its error. */
export interface PlanContents {
  readonly groups: ReadonlyArray<PlanGroup | Error> | null;
  readonly quotas: ReadonlyArray<PlanQuota | Error> | null;
}

export interface PlanGroup {
  readonly groupId: number;
  readonly name: string | null;
  readonly enabled: boolean | null;
}

export interface PlanQuota {
  readonly quotaId: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly group: string | null;
  readonly kind: QuotaKind | null;
  readonly value: bigint | null;
  readonly unlimited: boolean | null;
}

export interface PlanResource {
  readonly resourceTypeId: number;
  readonly parentResourceTypeId: number | null;
  readonly name: string | null;
  readonly resourceClass: string | null;
  readonly unit: string | null;
}
