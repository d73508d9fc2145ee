import type { NodeRecord, Told } from './node.js';

export type PackageStatus = 'ACTIVE' | 'SUSPENDED' | 'CANCELLED' | 'NEW' | 'OTHER';
export type QuotaKind = 'SWITCH' | 'AMOUNT' | 'MAXIMUM';

/** MSPC hosting space. */
export interface Package extends NodeRecord {
  readonly name?: Told<string>;
  readonly comments?: Told<string>;
  readonly status?: Told<PackageStatus>;
  readonly nativeStatus?: Told<string>;
  /** RFC 3339 with offset. */
  readonly purchasedAt?: Told<string>;
  readonly accountId?: Told<string>;
  readonly planId?: Told<string>;
}

export interface PackageAddon extends NodeRecord {
  readonly quantity?: Told<number>;
  readonly status?: Told<PackageStatus>;
  readonly nativeStatus?: Told<string>;
  readonly purchasedAt?: Told<string>;
  readonly comments?: Told<string>;
  readonly packageId?: Told<string>;
  readonly planId?: Told<string>;
}

export interface PackageQuota {
  readonly quotaId: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly group: string | null;
  readonly kind: QuotaKind | null;
  readonly allocated: bigint | null;
  readonly unlimited: boolean | null;
  readonly used: bigint | null;
}
