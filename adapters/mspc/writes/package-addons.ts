import {
  type PanelWrites,
  toGlobalId,
  type UpdatePackageAddon,
  type UserError,
} from '../../../src/model/index.js';
import type { ParamsOf } from '../../../src/operation/operation.js';
import { invalid } from '../../../src/writes/refusal.js';
import { recordError } from '../errors.js';
import {
  addPackageAddon,
  deletePackageAddon,
  getAddonRecord,
  getPackage,
  getPackageAddon,
  getPackageAddons,
  updateAddonRecord,
} from '../operations/seen.js';
import { given } from './contact.js';
import { Creations } from './creation.js';
import type { WriteDeps } from './deps.js';
import { purchaseDateErrors, toPurchaseDate } from './purchase-date.js';
import { RecordChanges } from './record-change.js';
import { removal } from './removal.js';
import { isGiven } from './results.js';
import { sendForVerdict } from './verdict.js';
import { packageStatusErrors, packageStatusOf } from './words.js';

/** What is bought on top of packages. */
export function packageAddonWrites(deps: WriteDeps): PanelWrites {
  const { backend, clock, now } = deps;
  const records = new RecordChanges(deps, {
    nameOf: (addonId) => `PackageAddon ${addonId}`,
    field: 'addonId',
    look: (read, addonId) => read(getAddonRecord, { packageAddonId: Number(addonId) }),
    facts: (addonId) => ({ nodes: { packageAddon: toGlobalId(backend, 'PackageAddon', addonId) } }),
  });
  const creations = new Creations(backend, {
    type: 'PackageAddon',
    field: 'packageAddon',
    place: {
      nameOf: ({ packageId }) => `addons of package ${String(packageId)}`,
      field: 'packageId',
      look: (read, { packageId }) => read(getPackage, { packageId: Number(packageId) }),
    },
    list: async (read, { packageId, planId, quantity }) => {
      const { Table: rows } = await read(getPackageAddons, { packageId: Number(packageId) });
      return (rows ?? []).flatMap((row) => {
        // The one that is looked for may be the one that cannot be read.
        if (row instanceof Error) throw recordError(row, { backend, method: getPackageAddons.method });
        return row.PlanID === planId && row.Quantity === quantity ? [row.PackageAddonID] : [];
      });
    },
  });

  const toValues = (input: UpdatePackageAddon) =>
    given({
      PlanId: isGiven(input.planId) ? Number(input.planId) : undefined,
      Quantity: input.quantity ?? undefined,
      PurchaseDate: isGiven(input.purchasedAt) ? toPurchaseDate(clock, input.purchasedAt) : undefined,
      Comments: input.comments,
      StatusId: isGiven(input.status) ? packageStatusOf(input.status)[0] : undefined,
    });

  return {
    addPackageAddon: {
      check: ({ quantity, status, purchasedAt }) => [
        ...quantityErrors(quantity),
        ...packageStatusErrors(status),
        ...purchaseDateErrors(purchasedAt),
      ],
      run: ({ packageId, planId, quantity, status, purchasedAt, comments }, session) => {
        const match = { packageId: Number(packageId), planId: Number(planId), quantity: quantity ?? 1 };
        return creations.run(session, addPackageAddon.method, match, () =>
          sendForVerdict(backend, session, addPackageAddon, {
            addon: {
              PackageAddonId: 0,
              PackageId: match.packageId,
              PlanId: match.planId,
              Quantity: match.quantity,
              PurchaseDate: isGiven(purchasedAt)
                ? toPurchaseDate(clock, purchasedAt)
                : clock.fromInstant(now()),
              Comments: comments ?? undefined,
              StatusId: packageStatusOf(status ?? 'ACTIVE')[0],
            },
          }),
        );
      },
      reconcile: (write, read, others) => creations.reconcile(write, read, others),
    },
    updatePackageAddon: {
      check: (input) => [...updateErrors(input)],
      run: (input, session) =>
        records.run(session, input.addonId, {
          operation: updateAddonRecord,
          patch: () => ({ values: toValues(input) }),
          // All of the record that was read, with members of the same shape.
          send: (merged) =>
            sendForVerdict(backend, session, updateAddonRecord, { addon: merged } as ParamsOf<
              typeof updateAddonRecord
            >),
        }),
      reconcile: (write, read, others) => records.reconcile(write, read, others),
    },
    deletePackageAddon: removal(backend, {
      type: 'PackageAddon',
      field: 'addonId',
      method: deletePackageAddon.method,
      look: (read, packageAddonId) => read(getPackageAddon, { packageAddonId }),
      send: (session, packageAddonId) =>
        sendForVerdict(backend, session, deletePackageAddon, { packageAddonId }),
    }),
  };
}

function* updateErrors({ addonId: _, ...changes }: UpdatePackageAddon): Generator<UserError> {
  yield* quantityErrors(changes.quantity);
  yield* packageStatusErrors(changes.status);
  yield* purchaseDateErrors(changes.purchasedAt);
  const { comments, ...others } = changes;
  if (comments === undefined && !Object.values(others).some(isGiven)) {
    yield invalid('nothing is to be changed');
  }
}

/** @see MSPC Integration API, "AddPackageAddon" */
function* quantityErrors(quantity: number | null | undefined): Generator<UserError> {
  if (isGiven(quantity) && quantity < 1) yield invalid('quantity must be at least 1', 'quantity');
}
