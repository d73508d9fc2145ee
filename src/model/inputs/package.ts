import type { PackageStatus } from '../package.js';

export interface CreatePackage {
  readonly accountId: string;
  readonly planId: string;
  readonly name: string;
  readonly comments?: string | null;
  /** Default `ACTIVE`. */
  readonly status?: PackageStatus | null;
  /** RFC 3339. */
  readonly purchasedAt: string;
}

/** Absent members stay as they are; `comments` null clears them. */
export interface UpdatePackage {
  readonly packageId: string;
  readonly name?: string | null;
  readonly comments?: string | null;
  readonly status?: PackageStatus | null;
  readonly planId?: string | null;
  readonly purchasedAt?: string | null;
}

export interface AddPackageAddon {
  readonly packageId: string;
  readonly planId: string;
  /** Default 1. */
  readonly quantity?: number | null;
  /** Default `ACTIVE`. */
  readonly status?: PackageStatus | null;
  /** RFC 3339; default now. */
  readonly purchasedAt?: string | null;
  readonly comments?: string | null;
}

/** As in {@link UpdatePackage}. */
export interface UpdatePackageAddon {
  readonly addonId: string;
  readonly quantity?: number | null;
  readonly status?: PackageStatus | null;
  readonly purchasedAt?: string | null;
  readonly comments?: string | null;
  readonly planId?: string | null;
}
