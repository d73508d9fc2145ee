import { CODE } from '../codes.js';
import { type ActorContext, method } from '../method.js';
import { exceedingQuotas, exceedsAny, NONE_EXCEEDING } from '../quotas.js';
import type { PackageRecord } from '../records.js';
import { canActOnPackage, demandPackage, firstFailure, packageRefused, ROOT_PACKAGE_ID } from '../rights.js';
import { databaseFault, nullReference } from '../soap/soap-fault.js';
import type { MspcState } from '../state.js';
import { packageStatus } from '../types/enums.js';
import { type PackageInfo, type PackageResult, packageInfo, packageResult } from '../types/package-info.js';
import { toPlanContent } from '../types/plan-info.js';
import { dateTime, int, text } from '../xml/scalars.js';
import { packagesBelow } from './package-reads.js';

/** ChangePackageStatus answers this, and not -300, for a package that is not there. */
const NO_SUCH_PACKAGE = -1;

/** A refusal before quotas were looked at has no DataSet. */
export const refusal = (result: number): PackageResult => ({ result, exceedingQuotas: null });

export const success = (result: number): PackageResult => ({ result, exceedingQuotas: NONE_EXCEEDING });

/** Undoes and reports what was done where it promises more than the parent space has. */
export function unlessExceeding(
  state: MspcState,
  parentPackageId: number | null,
  done: { readonly result: number; undo(): void },
): PackageResult {
  const exceeding = exceedingQuotas(state, parentPackageId ?? ROOT_PACKAGE_ID);
  if (!exceedsAny(exceeding)) {
    state.carryOut();
    return success(done.result);
  }
  done.undo();
  return { result: CODE.packageQuotaExceed, exceedingQuotas: exceeding };
}

/** Removes a space with its addons. */
export function deletePackageTree(state: MspcState, packageId: number): void {
  for (const { packageId: id } of [...packagesBelow(state, packageId), { packageId }]) {
    for (const addon of state.addons.all()) {
      if (addon.packageId === id) state.addons.delete(addon.packageAddonId);
    }
    state.packages.delete(id);
  }
}

interface NewPackage {
  readonly userId: number;
  readonly planId: number;
  readonly packageName: string | null;
  readonly packageComments: string | null;
  readonly statusId: number;
  readonly purchaseDate: string;
}

/** Where the home folder cannot be made, the answer is negative although the package is there. */
function addPackage({ state, actor, clock, settings }: ActorContext, request: NewPackage): PackageResult {
  const plan = state.plans.get(request.planId);
  if (plan === undefined) throw nullReference();
  const parentPackageId = plan.packageId ?? ROOT_PACKAGE_ID;
  demandPackage(state, actor, parentPackageId);
  if (state.users.get(request.userId) === undefined) {
    throw databaseFault(
      'The INSERT statement conflicted with the FOREIGN KEY constraint "FK_Packages_Users".',
    );
  }
  const purchaseDate = clock.store(request.purchaseDate);
  const added = state.packages.insert((packageId) => ({
    ...request,
    packageId,
    parentPackageId,
    serverId: plan.serverId ?? state.packages.get(parentPackageId)?.serverId ?? null,
    purchaseDate,
    overrideQuotas: false,
    defaultTopPackage: false,
    overrides: null,
    usage: new Map(),
  }));
  return unlessExceeding(state, parentPackageId, {
    result: settings.homeFolderFails ? CODE.serviceOperationFailed : added.packageId,
    undo: () => state.packages.delete(added.packageId),
  });
}

/**
 * Owner, parent, server and usage stay as they are. For a package of others the stored procedure raises its
 * error and goes on: the caller gets a fault, and the package is changed.
 */
function updatePackage({ state, actor, clock }: ActorContext, request: PackageInfo): PackageResult {
  const record = state.packages.get(request.packageId);
  if (record === undefined) return refusal(CODE.packageNotFound);
  const before: PackageRecord = { ...record };
  const { groups, quotas } = request;
  const overrides = groups !== null && quotas !== null ? toPlanContent(groups, quotas) : record.overrides;
  Object.assign(record, {
    packageName: request.packageName,
    packageComments: request.packageComments,
    statusId: request.statusId,
    planId: request.planId,
    purchaseDate: clock.store(request.purchaseDate),
    overrideQuotas: request.overrideQuotas,
    defaultTopPackage: request.defaultTopPackage,
    overrides: request.overrideQuotas ? overrides : null,
  } satisfies Partial<PackageRecord>);
  if (!canActOnPackage(state, actor, record.packageId)) {
    state.carryOut();
    throw packageRefused();
  }
  if (before.planId === record.planId && !record.overrideQuotas) {
    state.carryOut();
    return success(0);
  }
  return unlessExceeding(state, record.parentPackageId, {
    result: 0,
    undo: () => Object.assign(record, before),
  });
}

/** esPackages.asmx: what changes packages. */
export const packageWriteMethods = {
  AddPackage: method(
    {
      userId: int,
      planId: int,
      packageName: text,
      packageComments: text,
      statusId: int,
      purchaseDate: dateTime,
    },
    packageResult,
    (context: ActorContext, request) => {
      const refused = firstFailure(context.actor, ['notDemo', 'active', 'resellerOrSupport']);
      return refused !== 0 ? refusal(refused) : addPackage(context, request);
    },
  ),

  UpdatePackage: method(
    { package: packageInfo },
    packageResult,
    (context: ActorContext, { package: request }) => {
      const refused = firstFailure(context.actor, ['notDemo', 'active', 'resellerOrSupport']);
      if (refused !== 0) return refusal(refused);
      if (request === null) throw nullReference();
      return updatePackage(context, request);
    },
  ),

  UpdatePackageName: method(
    { packageId: int, packageName: text, packageComments: text },
    int,
    ({ state, actor }: ActorContext, { packageId, packageName, packageComments }) => {
      const refused = firstFailure(actor, ['notDemo', 'active']);
      if (refused !== 0) return refused;
      demandPackage(state, actor, packageId);
      const record = state.packages.get(packageId);
      if (record === undefined) return 0;
      Object.assign(record, { packageName, packageComments });
      state.carryOut();
      return 0;
    },
  ),

  ChangePackageStatus: method(
    { packageId: int, status: packageStatus },
    int,
    ({ state, actor }: ActorContext, { packageId, status }) => {
      const refused = firstFailure(actor, ['notDemo', 'active', 'resellerOrSupport']);
      if (refused !== 0) return refused;
      const record = state.packages.get(packageId);
      if (record === undefined) return NO_SUCH_PACKAGE;
      demandPackage(state, actor, packageId);
      for (const affected of [record, ...packagesBelow(state, packageId)]) affected.statusId = status;
      state.carryOut();
      return 0;
    },
  ),

  DeletePackage: method({ packageId: int }, int, ({ state, actor }: ActorContext, { packageId }) => {
    const refused = firstFailure(actor, ['notDemo', 'active', 'reseller']);
    if (refused !== 0) return refused;
    if (packagesBelow(state, packageId).length > 0) return CODE.packageHasPackages;
    if (state.packages.get(packageId) === undefined) return CODE.packageNotFound;
    demandPackage(state, actor, packageId);
    state.inBackground(() => deletePackageTree(state, packageId));
    state.carryOut();
    return 0;
  }),
};
