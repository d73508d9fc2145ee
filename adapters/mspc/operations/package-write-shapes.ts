import { array, dataSet, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { packageStatusId } from './package-shapes.js';

/**
 * Number or refusal, with the quotas that the space above lacks. Servers answer some methods with the bare number where
 * the vendor's document has this object.
 */
export const packageResult = struct(
  {
    Result: key(int('Number of what was made, or 0; or a negative code.')),
    ExceedingQuotas: optional(
      dataSet({
        Table: array(
          struct({
            QuotaID: key(int('Quota.')),
            QuotaName: string('Internal name.'),
            QuotaValue: int('By how much the space above would be over-allocated.'),
          }),
          'Quotas that the space above lacks.',
        ),
      }),
    ),
  },
  '',
  { bare: 'Result' },
);

/**
 * A whole package, to be written back: what is not named goes back as it came. `PurchaseDate` is a text here, since what
 * a server writes it must get back word for word, zone or not.
 */
export const packageRecord = struct(
  {
    PackageId: key(int('Package.')),
    UserId: optional(int('Account that has it.')),
    StatusId: optional(packageStatusId),
    PlanId: optional(int('Plan it was bought by.')),
    PurchaseDate: optional(string('When it was bought.')),
    PackageName: optional(string('Name.')),
    PackageComments: optional(string('Remarks.')),
  },
  'A package.',
  { open: true },
);

/** The same of an addon of a package. */
export const addonRecord = struct(
  {
    PackageAddonId: key(int('Addon of a package.')),
    PackageId: optional(int('Package.')),
    PlanId: optional(int('Addon plan it was bought by.')),
    Quantity: optional(int('How many times it was bought.')),
    PurchaseDate: optional(string('When it was bought.')),
    Comments: optional(string('Remarks.')),
    StatusId: optional(packageStatusId),
  },
  'An addon of a package.',
  { open: true },
);
