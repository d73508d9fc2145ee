import { operation } from '../../../src/operation/operation.js';
import { array, dataSet, int, rows, struct } from '../../../src/operation/shape.js';
import { ofAccount, ofPackage } from './owners.js';
import { pagedPackageRow, rawPackageRow } from './package-rows.js';
import { filterMembers, pageMembers, pageOf } from './paging.js';
import { PACKAGES, SIBLINGS } from './reference.js';
import { packageStatusId } from './words.js';

const userId = int('Account.');
const packageId = int('Package.');
const packages = dataSet({ Table: rows(rawPackageRow, 'Packages.') });
const page = pageOf(pagedPackageRow);

export const getRawPackages = operation({
  method: 'GetRawPackages',
  service: PACKAGES,
  group: 'package lists',
  description: 'The packages of GetPackages with the names of server, plan and account.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: packages,
  owner: ofAccount,
  source: SIBLINGS,
});

export const getRawMyPackages = operation({
  method: 'GetRawMyPackages',
  service: PACKAGES,
  group: 'package lists',
  description: 'The packages of GetMyPackages with the names of server, plan and account.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ userId }),
  result: packages,
  owner: ofAccount,
  source: SIBLINGS,
});

export const getPackagesPaged = operation({
  method: 'GetPackagesPaged',
  service: PACKAGES,
  group: 'package lists',
  description: 'A page of the packages of all accounts below one; none for one of others.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({
    userId: int('Account; its own packages are not listed.'),
    ...filterMembers,
    ...pageMembers(1),
  }),
  result: page,
  owner: ofAccount,
  source: SIBLINGS,
});

export const getNestedPackagesPaged = operation({
  method: 'GetNestedPackagesPaged',
  service: PACKAGES,
  group: 'package lists',
  description: 'A page of the packages that are sold from one; a fault for one of others.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({
    packageId,
    ...filterMembers,
    statusId: int('Status; 0 for any.'),
    planId: int('Plan; 0 for any.'),
    serverId: int('Server; 0 for any.'),
    ...pageMembers(1),
  }),
  result: page,
  owner: ofPackage,
  source: SIBLINGS,
});

const count = int('How many packages.');

export const getNestedPackagesSummary = operation({
  method: 'GetNestedPackagesSummary',
  service: PACKAGES,
  group: 'package lists',
  description: 'How many packages are sold from one, by their status.',
  effect: 'read',
  mayBeMissing: true,
  params: struct({ packageId }),
  result: dataSet({
    Table: array(struct({ PackagesNumber: count }), 'One row with the total.'),
    Table1: array(struct({ StatusID: packageStatusId, PackagesNumber: count }), 'A row a status.'),
  }),
  owner: ofPackage,
  source: SIBLINGS,
});
