import { operation } from '../../../src/operation/operation.js';
import { dataSet, int, optional, rows, string, struct } from '../../../src/operation/shape.js';
import {
  groups,
  packageAddonInfo,
  packageAddonRow,
  packageInfo,
  quotas,
  quotaValueInfo,
} from './package-shapes.js';
import { BASIC, PACKAGES, SIBLINGS } from './reference.js';

const packageId = int('Package.');

export const getPackage = operation({
  method: 'GetPackage',
  service: PACKAGES,
  group: 'packages',
  description: 'One package, with remarks; nothing for one that does not exist.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ packageId }),
  result: optional(packageInfo),
  source: SIBLINGS,
});

export const getMyPackages = operation({
  method: 'GetMyPackages',
  service: PACKAGES,
  group: 'packages',
  description: 'Packages of one account, without remarks; a fault when the caller may not see it.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId: int('Account.') }),
  result: rows(packageInfo, 'Packages.', { itemName: 'PackageInfo' }),
  source: SIBLINGS,
});

export const getPackageContext = operation({
  method: 'GetPackageContext',
  service: PACKAGES,
  group: 'packages',
  description: 'A package with its groups and quotas, whose usage the server counts for this answer.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ packageId }),
  result: optional(
    struct({ Package: optional(packageInfo), GroupsArray: optional(groups), QuotasArray: optional(quotas) }),
  ),
  source: SIBLINGS,
});

export const getPackageQuota = operation({
  method: 'GetPackageQuota',
  service: PACKAGES,
  group: 'packages',
  description: 'One quota of a package by its internal name; a fault for a name that does not exist.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ packageId, quotaName: string('Internal name, e.g. `OS.Diskspace`.') }),
  result: optional(quotaValueInfo),
  source: SIBLINGS,
});

export const getPackageAddons = operation({
  method: 'GetPackageAddons',
  service: PACKAGES,
  group: 'package addons',
  description: 'What was bought on top of a package.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ packageId }),
  result: dataSet({ Table: rows(packageAddonRow, 'Addons.') }),
  source: SIBLINGS,
});

export const getPackageAddon = operation({
  method: 'GetPackageAddon',
  service: PACKAGES,
  group: 'package addons',
  description: 'One addon of a package; nothing for one that does not exist.',
  effect: 'read',
  params: struct({ packageAddonId: int('Addon of a package.') }),
  result: optional(packageAddonInfo),
  source: BASIC,
});
