import {
  type PackageStatus,
  type PanelWrites,
  toGlobalId,
  type UpdatePackage,
  type UserError,
  type WriteMethod,
} from '../../../src/model/index.js';
import type { Call, ParamsOf } from '../../../src/operation/operation.js';
import { invalid } from '../../../src/writes/refusal.js';
import {
  addPackage,
  changePackageStatus,
  deletePackage,
  getMyPackages,
  getPackage,
  getPackageRecord,
  getUserById,
  updatePackageName,
  updatePackageRecord,
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

/** Hosting spaces. */
export function packageWrites(deps: WriteDeps): PanelWrites {
  const { backend, clock } = deps;
  const records = new RecordChanges(deps, {
    nameOf: (packageId) => `Package ${packageId}`,
    field: 'packageId',
    look: (read, packageId) => read(getPackageRecord, { packageId: Number(packageId) }),
    facts: (packageId) => ({ nodes: { package: toGlobalId(backend, 'Package', packageId) } }),
  });
  const creations = new Creations(backend, {
    type: 'Package',
    field: 'package',
    place: {
      nameOf: ({ userId }) => `packages of user ${String(userId)}`,
      field: 'accountId',
      look: (read, { userId }) => read(getUserById, { userId: Number(userId) }),
    },
    list: async (read: Call, { userId, planId, name }) => {
      const rows = await read(getMyPackages, { userId: Number(userId) });
      // The one that is looked for may be the one that cannot be read.
      if (rows.some((row) => row instanceof Error)) return null;
      return rows.flatMap((row) =>
        !(row instanceof Error) && row.PlanId === planId && row.PackageName === name ? [row.PackageId] : [],
      );
    },
  });
  const reconcile: NonNullable<WriteMethod<never>['reconcile']> = (write, read, others) =>
    records.reconcile(write, read, others);

  const toValues = (input: UpdatePackage) =>
    given({
      StatusId: isGiven(input.status) ? packageStatusOf(input.status)[0] : undefined,
      PlanId: isGiven(input.planId) ? Number(input.planId) : undefined,
      PurchaseDate: isGiven(input.purchasedAt) ? toPurchaseDate(clock, input.purchasedAt) : undefined,
      PackageName: input.name ?? undefined,
      PackageComments: input.comments,
    });

  return {
    createPackage: {
      check: ({ name, status, purchasedAt }) => [
        ...nameErrors(name),
        ...packageStatusErrors(status),
        ...purchaseDateErrors(purchasedAt),
      ],
      run: ({ accountId, planId, name, comments, status, purchasedAt }, session) => {
        const match = { userId: Number(accountId), planId: Number(planId), name };
        return creations.run(session, addPackage.method, match, () =>
          sendForVerdict(backend, session, addPackage, {
            userId: match.userId,
            planId: match.planId,
            packageName: name,
            packageComments: comments ?? '',
            statusId: packageStatusOf(status ?? 'ACTIVE')[0],
            purchaseDate: toPurchaseDate(clock, purchasedAt),
          }),
        );
      },
      reconcile: (write, read, others) => creations.reconcile(write, read, others),
    },
    updatePackage: {
      check: (input) => [...updateErrors(input)],
      run: (input, session) =>
        records.run(session, input.packageId, {
          operation: updatePackageRecord,
          patch: () => ({ values: toValues(input) }),
          // All of the record that was read, with members of the same shape.
          send: (merged) =>
            sendForVerdict(backend, session, updatePackageRecord, { package: merged } as ParamsOf<
              typeof updatePackageRecord
            >),
        }),
      reconcile,
    },
    renamePackage: {
      check: ({ name }) => nameErrors(name),
      run: ({ packageId, name, comments }, session) =>
        records.run(session, packageId, {
          operation: updatePackageName,
          patch: () => ({ values: given({ PackageName: name, PackageComments: comments }) }),
          // Remarks that are left out would be cleared.
          send: ({ PackageComments: remarks }) =>
            sendForVerdict(backend, session, updatePackageName, {
              packageId: Number(packageId),
              packageName: name,
              packageComments: typeof remarks === 'string' ? remarks : undefined,
            }),
        }),
      reconcile,
    },
    changePackageStatus: {
      check: ({ status }) => [...packageStatusErrors(status)],
      run: ({ packageId, status }: { packageId: string; status: PackageStatus }, session) => {
        const [statusId, name] = packageStatusOf(status);
        return records.run(session, packageId, {
          operation: changePackageStatus,
          patch: () => ({ values: { StatusId: statusId } }),
          send: () =>
            sendForVerdict(backend, session, changePackageStatus, {
              packageId: Number(packageId),
              status: name,
            }),
          mayBeBlind: true,
        });
      },
      reconcile,
    },
    deletePackage: removal(backend, {
      type: 'Package',
      field: 'packageId',
      method: deletePackage.method,
      look: (read, packageId) => read(getPackage, { packageId }),
      send: (session, packageId) => sendForVerdict(backend, session, deletePackage, { packageId }),
      inBackground: true,
    }),
  };
}

const nameErrors = (name: string): readonly UserError[] =>
  name.trim() === '' ? [invalid('name is required', 'name')] : [];

function* updateErrors({ packageId: _, ...changes }: UpdatePackage): Generator<UserError> {
  if (isGiven(changes.name)) yield* nameErrors(changes.name);
  yield* packageStatusErrors(changes.status);
  yield* purchaseDateErrors(changes.purchasedAt);
  const { comments, ...others } = changes;
  if (comments === undefined && !Object.values(others).some(isGiven)) {
    yield invalid('nothing is to be changed');
  }
}
