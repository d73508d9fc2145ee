import { operation } from '../../../src/operation/operation.js';
import { boolean, dataSet, int, key, optional, rows, string, struct } from '../../../src/operation/shape.js';
import { ofPackage } from './owners.js';
import { groups, packageInfo, quotas, quotaValueInfo } from './package-shapes.js';
import { PACKAGES, SIBLINGS } from './reference.js';
import { quotaTypeId } from './words.js';

const packageId = int('Package.');

export const getPackageContext = operation({
  method: 'GetPackageContext',
  service: PACKAGES,
  group: 'package quotas',
  description: 'A package with its groups and quotas, whose usage the server counts for this answer.',
  effect: 'read',
  shows: [{ type: 'Package', param: 'packageId' }],
  mayBeMissing: true,
  params: struct({ packageId }),
  result: optional(
    struct(
      { Package: optional(packageInfo), GroupsArray: optional(groups), QuotasArray: optional(quotas) },
      'A package with what it may use.',
    ),
  ),
  owner: ofPackage,
  source: SIBLINGS,
});

export const getPackageQuota = operation({
  method: 'GetPackageQuota',
  service: PACKAGES,
  group: 'package quotas',
  description: 'One quota of a package by its internal name; a fault for a name that does not exist.',
  effect: 'read',
  shows: [{ type: 'Package', param: 'packageId' }],
  mayBeMissing: true,
  params: struct({ packageId, quotaName: string('Internal name, e.g. `OS.Diskspace`.') }),
  result: optional(quotaValueInfo),
  owner: ofPackage,
  source: SIBLINGS,
});

const group = struct({
  GroupID: key(int('Resource group.')),
  GroupName: string('Name of the group.'),
  CalculateDiskSpace: boolean('Whether its disk space counts.'),
  CalculateBandwidth: boolean('Whether its traffic counts.'),
  ParentEnabled: boolean('Whether the space above has it.'),
});
const quota = struct({
  QuotaID: key(int('Quota.')),
  GroupID: int('Resource group.'),
  QuotaName: string('Internal name.'),
  QuotaDescription: string('What it limits.'),
  QuotaTypeID: quotaTypeId,
  QuotaValue: int('What is allowed; -1 for no limit.'),
  QuotaValuePerOrganization: optional(int('The same for each organization; -1 for no limit.')),
  ParentQuotaValue: int('What the space above may use; -1 for no limit.'),
  QuotaUsedValue: int('What is used.'),
});

export const getPackageQuotas = operation({
  method: 'GetPackageQuotas',
  service: PACKAGES,
  group: 'package quotas',
  description: 'Groups and quotas of a package beside those of the space above it.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ packageId }),
  result: dataSet({
    Table: rows(group, 'Resource groups that are on.'),
    Table1: rows(quota, 'Quotas of these groups.'),
  }),
  owner: ofPackage,
  source: SIBLINGS,
});
