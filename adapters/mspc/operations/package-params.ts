import { boolean, dateTime, int, optional, string, struct } from '../../../src/operation/shape.js';
import { groupsParam, quotasParam } from './plan-params.js';
import { newPackageStatus } from './words.js';

/**
 * A package as it is to be: what is left out is cleared. What no update changes (`UserId`, `ParentPackageId`,
 * `ServerId` and the usage) is not named.
 */
export const changedPackage = struct(
  {
    PackageId: int('Package.'),
    StatusId: newPackageStatus.id,
    PlanId: int('Plan it was bought by.'),
    PurchaseDate: dateTime('When it was bought, in the server’s zone.'),
    PackageName: optional(string('Name.')),
    PackageComments: optional(string('Remarks.')),
    OverrideQuotas: optional(
      boolean('Whether it has quotas of its own; false drops those that it has.', { default: false }),
    ),
    DefaultTopPackage: optional(boolean('Whether the panel opens it first.', { default: false })),
    Groups: optional(groupsParam),
    Quotas: optional(quotasParam),
  },
  'A package.',
);

/** An addon of a package as it is to be. */
export const packageAddon = struct(
  {
    PackageAddonId: int('Addon of a package; for a new one any number, as the panel chooses one.'),
    PackageId: int('Package; never changed by an update.'),
    PlanId: int('Addon plan.'),
    Quantity: int('How many times.', { min: 1 }),
    PurchaseDate: dateTime('When it was bought, in the server’s zone.'),
    Comments: optional(string('Remarks.')),
    StatusId: newPackageStatus.id,
  },
  'An addon of a package.',
);
