import { type ActorContext, method } from '../method.js';
import type { AddonRecord } from '../records.js';
import { canActOnPackage, demandPackage, firstFailure, packageRefused } from '../rights.js';
import { databaseFault, nullReference } from '../soap/soap-fault.js';
import { packageAddonInfo, packageResult, toPackageAddonInfo } from '../types/package-info.js';
import { type DataSet, dataSet } from '../xml/data-set.js';
import { int } from '../xml/scalars.js';
import { refusal, unlessExceeding } from './package-writes.js';

/** esPackages.asmx: addons of packages. */
export const packageAddonMethods = {
  GetPackageAddon: method(
    { packageAddonId: int },
    packageAddonInfo,
    ({ state, actor }: ActorContext, { packageAddonId }) => {
      const addon = state.addons.get(packageAddonId);
      if (addon === undefined) return null;
      demandPackage(state, actor, addon.packageId);
      return toPackageAddonInfo(addon);
    },
  ),

  GetPackageAddons: method(
    { packageId: int },
    dataSet,
    ({ state, actor, clock }: ActorContext, { packageId }): DataSet => {
      demandPackage(state, actor, packageId);
      const addons = state.addons.all().filter((addon) => addon.packageId === packageId);
      return [
        {
          columns: [
            ['PackageAddonID', 'int'],
            ['PackageID', 'int'],
            ['PlanID', 'int'],
            ['Quantity', 'int'],
            ['PurchaseDate', 'dateTime'],
            ['StatusID', 'int'],
            ['Comments', 'string'],
            ['PlanName', 'string'],
            ['PlanDescription', 'string'],
          ],
          rows: addons.map((addon) => {
            const plan = state.plans.get(addon.planId);
            return [
              addon.packageAddonId,
              addon.packageId,
              addon.planId,
              addon.quantity,
              clock.withOffset(addon.purchaseDate),
              addon.statusId,
              addon.comments,
              plan?.planName ?? null,
              plan?.planDescription ?? null,
            ];
          }),
        },
      ];
    },
  ),

  /**
   * The id in the request does not matter. For a package of others the stored procedure raises its error and
   * goes on: the caller gets a fault, and the addon is there.
   */
  AddPackageAddon: method(
    { addon: packageAddonInfo },
    packageResult,
    ({ state, actor, clock }: ActorContext, { addon }) => {
      const refused = firstFailure(actor, ['notDemo', 'active', 'resellerOrSupport']);
      if (refused !== 0) return refusal(refused);
      if (addon === null) throw nullReference();
      const record = state.packages.get(addon.packageId);
      if (record === undefined || state.plans.get(addon.planId) === undefined) {
        throw databaseFault('The INSERT statement conflicted with a FOREIGN KEY constraint.');
      }
      const purchaseDate = clock.store(addon.purchaseDate);
      const { packageAddonId: added } = state.addons.insert((packageAddonId) => ({
        packageAddonId,
        packageId: record.packageId,
        planId: addon.planId,
        quantity: addon.quantity,
        statusId: addon.statusId,
        purchaseDate,
        comments: addon.comments,
      }));
      if (!canActOnPackage(state, actor, record.packageId)) {
        state.carryOut();
        throw packageRefused();
      }
      return unlessExceeding(state, record.parentPackageId, {
        result: added,
        undo: () => state.addons.delete(added),
      });
    },
  ),

  /** The package that the addon belongs to stays the same. */
  UpdatePackageAddon: method(
    { addon: packageAddonInfo },
    packageResult,
    ({ state, actor, clock }: ActorContext, { addon }) => {
      const refused = firstFailure(actor, ['notDemo', 'active', 'resellerOrSupport']);
      if (refused !== 0) return refusal(refused);
      if (addon === null) throw nullReference();
      const stored = state.addons.get(addon.packageAddonId);
      if (stored === undefined) throw nullReference();
      demandPackage(state, actor, stored.packageId);
      const before: AddonRecord = { ...stored };
      Object.assign(stored, {
        planId: addon.planId,
        quantity: addon.quantity,
        statusId: addon.statusId,
        purchaseDate: clock.store(addon.purchaseDate),
        comments: addon.comments,
      } satisfies Partial<AddonRecord>);
      return unlessExceeding(state, state.packages.get(stored.packageId)?.parentPackageId ?? null, {
        result: 0,
        undo: () => Object.assign(stored, before),
      });
    },
  ),

  DeletePackageAddon: method(
    { packageAddonId: int },
    int,
    ({ state, actor }: ActorContext, { packageAddonId }) => {
      const refused = firstFailure(actor, ['notDemo', 'active', 'reseller']);
      if (refused !== 0) return refused;
      const addon = state.addons.get(packageAddonId);
      if (addon === undefined) throw nullReference();
      demandPackage(state, actor, addon.packageId);
      state.addons.delete(packageAddonId);
      state.carryOut();
      return 0;
    },
  ),
};
