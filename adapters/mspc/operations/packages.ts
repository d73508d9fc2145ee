import { operation } from '../../../src/operation/operation.js';
import { dataSet, int, optional, rows, struct } from '../../../src/operation/shape.js';
import { ofAccount, ofPackage, ofPackageAddon } from './owners.js';
import { packageAddonInfo, packageAddonRow, packageInfo } from './package-shapes.js';
import { BASIC, PACKAGES, SIBLINGS } from './reference.js';

const packageId = int('Package.');
const packages = rows(packageInfo, 'Packages.', { itemName: 'PackageInfo' });

export const getPackage = operation({
  method: 'GetPackage',
  service: PACKAGES,
  group: 'packages',
  description: 'One package, with remarks; nothing for one that does not exist.',
  effect: 'read',
  shows: [{ type: 'Package', param: 'packageId' }],
  mayBeMissing: true,
  params: struct({ packageId }),
  result: optional(packageInfo),
  owner: ofPackage,
  source: SIBLINGS,
});

export const getMyPackages = operation({
  method: 'GetMyPackages',
  service: PACKAGES,
  group: 'packages',
  description: 'Packages of one account, without remarks; a fault when the caller may not see it.',
  effect: 'read',
  shows: [{ type: 'Package' }],
  mayBeMissing: true,
  params: struct({ userId: int('Account.') }),
  result: packages,
  owner: ofAccount,
  source: SIBLINGS,
});

export const getPackages = operation({
  method: 'GetPackages',
  service: PACKAGES,
  group: 'packages',
  description: 'The packages of GetMyPackages that have a server and a plan, for whoever asks.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId: int('Account.') }),
  result: packages,
  owner: ofAccount,
  source: SIBLINGS,
});

export const getPackagePackages = operation({
  method: 'GetPackagePackages',
  service: PACKAGES,
  group: 'packages',
  description:
    'All packages below one, without remarks; below the root, which administrators see, there are all.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ packageId }),
  result: packages,
  owner: ofPackage,
  source: SIBLINGS,
});

export const getPackageAddons = operation({
  method: 'GetPackageAddons',
  service: PACKAGES,
  group: 'package addons',
  description: 'What was bought on top of a package; a fault when the caller may not see it.',
  effect: 'read',
  shows: [{ type: 'Package', param: 'packageId' }],
  mayBeMissing: true,
  params: struct({ packageId }),
  result: dataSet({ Table: rows(packageAddonRow, 'Addons.') }),
  owner: ofPackage,
  source: SIBLINGS,
});

export const getPackageAddon = operation({
  method: 'GetPackageAddon',
  service: PACKAGES,
  group: 'package addons',
  description: 'One addon of a package; nothing for one that does not exist.',
  effect: 'read',
  shows: [{ type: 'Package' }],
  params: struct({ packageAddonId: int('Addon of a package.') }),
  result: optional(packageAddonInfo),
  owner: ofPackageAddon,
  source: BASIC,
});
