import { operation } from '../../../src/operation/operation.js';
import { int, struct } from '../../../src/operation/shape.js';
import { ofPackageAddon } from './owners.js';
import { packageAddon } from './package-params.js';
import { packageResult } from './package-shapes.js';
import { BASIC, PACKAGES } from './reference.js';

// Without an owner, as UpdatePackageAddon: the addon plan may be that of anybody.
export const addPackageAddon = operation({
  method: 'AddPackageAddon',
  service: PACKAGES,
  group: 'package addons',
  description: 'Adds to a package what an addon plan offers.',
  effect: 'write',
  changes: [{ type: 'Package' }],
  refusal: 'inconclusive',
  params: struct({ addon: packageAddon }),
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
  changes: [{ type: 'Package' }],
  refusal: 'inconclusive',
  params: struct({ addon: packageAddon }),
  result: packageResult,
  source: BASIC,
});

export const deletePackageAddon = operation({
  method: 'DeletePackageAddon',
  service: PACKAGES,
  group: 'package addons',
  description: 'Takes an addon away from its package; a fault for one that does not exist.',
  effect: 'write',
  refusal: 'inconclusive',
  destructive: true,
  params: struct({ packageAddonId: int('Addon of a package.') }),
  result: int('0, or a negative code.'),
  owner: ofPackageAddon,
  source: BASIC,
});
