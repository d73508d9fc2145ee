import {
  type Package,
  type PackageAddon,
  type PackageQuota,
  type PackageStatus,
  toGlobalId,
} from '../../../src/model/index.js';
import type { WallClock } from '../../../src/wire/wall-clock.js';
import { type GroupNames, toQuota } from './quota.js';
import type { Result, RowOf } from './results.js';
import { idText, named } from './words.js';

type PackageInfo = Result<'getPackage'>;
type AddonInfo = Result<'getPackageAddon'>;
type AddonRow = RowOf<Result<'getPackageAddons'>['Table']>;

/** @see MSPC Integration API, "ChangePackageStatus" */
const STATUSES = new Map<number, readonly [PackageStatus, string]>([
  [1, ['ACTIVE', 'Active']],
  [2, ['SUSPENDED', 'Suspended']],
  [3, ['CANCELLED', 'Cancelled']],
  [4, ['NEW', 'New']],
]);

/** Makes records of packages, on a server whose clock is `clock`. */
export class PackageMapping {
  constructor(
    private readonly backend: string,
    private readonly clock: WallClock,
  ) {}

  toPackage(info: PackageInfo): Package {
    return { ...this.toListedPackage(info), comments: info.PackageComments };
  }

  /** Lists leave the remarks out, which reads as if there were none. */
  toListedPackage(info: PackageInfo): Package {
    const nativeId = String(info.PackageId);
    const status = named(STATUSES, info.StatusId);
    return {
      id: toGlobalId(this.backend, 'Package', nativeId),
      backend: this.backend,
      nativeId,
      name: info.PackageName,
      status: status.value,
      nativeStatus: status.native,
      purchasedAt: this.instant(info.PurchaseDate),
      accountId: idText(info.UserId),
      planId: idText(info.PlanId),
    };
  }

  toAddon(info: AddonInfo): PackageAddon {
    const nativeId = String(info.PackageAddonId);
    const status = named(STATUSES, info.StatusId);
    return {
      id: toGlobalId(this.backend, 'PackageAddon', nativeId),
      backend: this.backend,
      nativeId,
      quantity: info.Quantity,
      status: status.value,
      nativeStatus: status.native,
      purchasedAt: this.instant(info.PurchaseDate),
      comments: info.Comments,
      packageId: idText(info.PackageId),
      planId: idText(info.PlanId),
    };
  }

  toListedAddon(row: AddonRow): PackageAddon {
    return this.toAddon({
      ...row,
      PackageAddonId: row.PackageAddonID,
      PackageId: row.PackageID,
      PlanId: row.PlanID,
      StatusId: row.StatusID,
    });
  }

  private instant(text: string | null): string | null {
    return text === null ? null : this.clock.toRfc3339(text);
  }
}

export function toPackageQuota(info: Result<'getPackageQuota'>, groupNames?: GroupNames): PackageQuota {
  const { value, ...quota } = toQuota(info, groupNames);
  return { ...quota, allocated: value, used: info.QuotaUsedValue };
}
