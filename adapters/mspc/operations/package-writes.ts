import { operation } from '../../../src/operation/operation.js';
import { dateTime, int, optional, string, struct } from '../../../src/operation/shape.js';
import { packageStatusId } from './package-shapes.js';
import { addonRecord, packageRecord, packageResult } from './package-write-shapes.js';
import { getPackage, getPackageAddon } from './packages.js';
import { BASIC, PACKAGES } from './reference.js';

const packageId = int('Package.');

export const getPackageRecord = operation({ ...getPackage, result: optional(packageRecord) });
export const getAddonRecord = operation({ ...getPackageAddon, result: optional(addonRecord) });

export const addPackage = operation({
  method: 'AddPackage',
  service: PACKAGES,
  group: 'packages',
  description: 'Gives an account a package by a plan.',
  effect: 'write',
  refusal: 'inconclusive',
  params: struct({
    userId: int('Account.'),
    planId: int('Plan.'),
    packageName: string('Name.'),
    packageComments: string('Remarks.'),
    statusId: packageStatusId,
    purchaseDate: dateTime('When it was bought.'),
  }),
  result: packageResult,
  source: BASIC,
  notes: 'Where the home folder cannot be made, the answer is negative although the package exists.',
});

export const updatePackage = operation({
  method: 'UpdatePackage',
  service: PACKAGES,
  group: 'packages',
  description: 'Replaces a package.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params: struct({ package: packageRecord }),
  result: packageResult,
  source: BASIC,
  notes: 'For a package of others the answer can be a fault although the package was changed.',
});

export const updatePackageName = operation({
  method: 'UpdatePackageName',
  service: PACKAGES,
  group: 'packages',
  description: 'Replaces name and remarks of a package.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params: struct({
    packageId,
    packageName: optional(string('Name.')),
    packageComments: optional(string('Remarks; left out they are cleared.')),
  }),
  result: int('0, or a negative code.'),
  source: BASIC,
});

export const changePackageStatus = operation({
  method: 'ChangePackageStatus',
  service: PACKAGES,
  group: 'packages',
  description: 'Puts a package and all below it in another state.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params: struct({ packageId, status: string('Active, Suspended, Cancelled or New.') }),
  result: int('0, or a negative code; -1 for a package that does not exist.'),
  source: BASIC,
});

export const deletePackage = operation({
  method: 'DeletePackage',
  service: PACKAGES,
  group: 'packages',
  description: 'Removes a package; goes on after the answer.',
  effect: 'write',
  refusal: 'inconclusive',
  destructive: true,
  params: struct({ packageId }),
  result: int('0, or a negative code.'),
  source: BASIC,
});

export const addPackageAddon = operation({
  method: 'AddPackageAddon',
  service: PACKAGES,
  group: 'package addons',
  description: 'Adds to a package what an addon plan offers.',
  effect: 'write',
  refusal: 'inconclusive',
  params: struct({
    addon: struct({
      PackageAddonId: int('Any number: the panel chooses one.'),
      PackageId: int('Package.'),
      PlanId: int('Addon plan.'),
      Quantity: int('How many times, at least 1.', { min: 1 }),
      PurchaseDate: dateTime('When it was bought.'),
      Comments: optional(string('Remarks.')),
      StatusId: packageStatusId,
    }),
  }),
  result: packageResult,
  source: BASIC,
  notes: 'For a package of others the answer can be a fault although the addon was added.',
});

export const updatePackageAddon = operation({
  method: 'UpdatePackageAddon',
  service: PACKAGES,
  group: 'package addons',
  description: 'Replaces an addon of a package.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params: struct({ addon: addonRecord }),
  result: packageResult,
  source: BASIC,
});

export const deletePackageAddon = operation({
  method: 'DeletePackageAddon',
  service: PACKAGES,
  group: 'package addons',
  description: 'Takes an addon away from its package.',
  effect: 'write',
  refusal: 'inconclusive',
  destructive: true,
  params: struct({ packageAddonId: int('Addon of a package.') }),
  result: int('0, or a negative code.'),
  source: BASIC,
});
