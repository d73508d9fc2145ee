import { operation } from '../../../src/operation/operation.js';
import { dateTime, int, optional, string, struct } from '../../../src/operation/shape.js';
import { ofPackage } from './owners.js';
import { changedPackage } from './package-params.js';
import { packageResult } from './package-shapes.js';
import { BASIC, PACKAGES } from './reference.js';
import { newPackageStatus } from './words.js';

const packageId = int('Package.');

// Without an owner, as UpdatePackage: the plan may be that of anybody.
export const addPackage = operation({
  method: 'AddPackage',
  service: PACKAGES,
  group: 'packages',
  description: 'Gives an account a package by a plan.',
  effect: 'write',
  changes: [{ type: 'Package' }],
  refusal: 'inconclusive',
  params: struct({
    userId: int('Account.'),
    planId: int('Plan.'),
    packageName: string('Name.'),
    packageComments: string('Remarks.'),
    statusId: newPackageStatus.id,
    purchaseDate: dateTime('When it was bought, in the server’s zone.'),
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
  changes: [{ type: 'Package' }],
  refusal: 'inconclusive',
  params: struct({ package: changedPackage }),
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
  changes: [{ type: 'Package' }],
  refusal: 'inconclusive',
  params: struct({
    packageId,
    packageName: optional(string('Name; left out it is cleared.')),
    packageComments: optional(string('Remarks; left out they are cleared.')),
  }),
  result: int('0, or a negative code; 0 also for a package that does not exist.'),
  owner: ofPackage,
  source: BASIC,
});

export const changePackageStatus = operation({
  method: 'ChangePackageStatus',
  service: PACKAGES,
  group: 'packages',
  description: 'Puts a package and all below it in another state.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Package' }],
  refusal: 'inconclusive',
  params: struct({ packageId, status: newPackageStatus.name }),
  result: int('0, or a negative code; -1 for a package that does not exist.'),
  owner: ofPackage,
  source: BASIC,
  notes: 'The vendor numbers the states; they travel by their names.',
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
  owner: ofPackage,
  source: BASIC,
});
