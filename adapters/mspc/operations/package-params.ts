import { boolean, dateTime, int, optional, string, struct } from '../../../src/operation/shape.js';
import { groupsParam, quotasParam } from './plan-params.js';
import { newPackageStatus } from './words.js';

/** What a record tells and no update changes: taken, so that a record that was read can be sent back. */
const unchanged = (what: string) => optional(int(`${what}; never changed by an update.`));

/** A package as it is to be: what is left out is cleared, but for what no update changes. */
export const changedPackage = struct(
  {
    PackageId: int('Package.'),
    UserId: unchanged('Account that has it'),
    ParentPackageId: unchanged('Package that it is sold from'),
    StatusId: newPackageStatus.id,
    PlanId: int('Plan it was bought by.'),
    PurchaseDate: dateTime('When it was bought, in the server’s zone.'),
    PackageName: optional(string('Name.')),
    PackageComments: optional(string('Remarks.')),
    ServerId: unchanged('Server that it lives on'),
    DiskSpace: unchanged('Disk space'),
    BandWidth: unchanged('Traffic'),
    DiskSpaceQuota: unchanged('Limit of disk space'),
    BandWidthQuota: unchanged('Limit of traffic'),
    Domains: unchanged('Domains'),
    DomainsQuota: unchanged('Limit of domains'),
    OverrideQuotas: optional(
      boolean('Whether it has quotas of its own; false drops those that it has.', { default: false }),
    ),
    DefaultTopPackage: optional(boolean('Whether the panel opens it first.', { default: false })),
    Groups: optional(groupsParam),
    Quotas: optional(quotasParam),
    StatusIDchangeDate: optional(
      dateTime('When its status changed, on newer siblings; never changed by an update.'),
    ),
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
    PlanName: optional(string('Name of the addon plan; never changed by an update.')),
    PlanDescription: optional(string('What the addon plan offers; never changed by an update.')),
  },
  'An addon of a package.',
);
