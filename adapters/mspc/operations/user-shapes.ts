import { boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';

const ROLES = [
  { value: 1, meaning: 'administrator' },
  { value: 2, meaning: 'reseller' },
  { value: 3, meaning: 'user' },
  { value: 4, meaning: 'customer service of a reseller' },
  { value: 5, meaning: 'customer service of the platform' },
  { value: 6, meaning: 'helpdesk of a reseller' },
  { value: 7, meaning: 'helpdesk of the platform' },
];
const STATUSES = [
  { value: 1, meaning: 'active' },
  { value: 2, meaning: 'suspended' },
  { value: 3, meaning: 'cancelled' },
  { value: 4, meaning: 'pending' },
];

const roleId = int('Role.', { values: ROLES, open: true });
const statusId = int('Status.', { values: STATUSES, open: true });

/**
 * An account, as far as the graph shows it: what nobody sees must not cost the account when it cannot be read. Older
 * servers put the password in clear text into it, which is not described here and so never read; `Role` and `Status`
 * say once more, by name, what the ids before them say.
 */
export const userInfo = struct({
  RoleId: roleId,
  Role: string('Role by its name.'),
  StatusId: statusId,
  Status: string('Status by its name.'),
  UserId: key(int('Account.')),
  OwnerId: int('Account above it; 0 for the root.'),
  IsPeer: boolean('Whether it acts as a second login of its owner.'),
  IsDemo: boolean('Whether it may look and not change.'),
  LastName: string('Family name.'),
  Username: string('Login.'),
  FirstName: string('Given name.'),
  Email: string('Mail address.'),
  PrimaryPhone: string('Telephone.'),
  Zip: string('Postal code.'),
  Fax: string('Fax.'),
  Country: string('Country; panels write the ISO code.'),
  Address: string('Street with house number.'),
  City: string('City.'),
  State: string('State or province.'),
  CompanyName: string('Company.'),
});

/** A row of GetUsersPaged. It tells no telephone and no postal address. */
export const userRow = struct({
  UserID: key(int('Account.')),
  RoleID: roleId,
  StatusID: statusId,
  OwnerID: int('Account above it.'),
  IsDemo: boolean('Whether it may look and not change.'),
  IsPeer: boolean('Whether it acts as a second login of its owner.'),
  Username: string('Login.'),
  FirstName: string('Given name.'),
  LastName: string('Family name.'),
  Email: string('Mail address.'),
  CompanyName: string('Company.'),
});

/** A page of accounts. `startRow` counts from 0; servers answer a row more than `maximumRows`, unless mended. */
export const userPage = struct({
  userId: int('Account whose children are listed.'),
  filterColumn: optional(string('Column that `filterValue` is looked for in.')),
  filterValue: optional(string('Pattern of LIKE.')),
  statusId: int('Status; 0 for any.'),
  roleId: int('Role; 0 for any.'),
  sortColumn: string('Column to sort by, with the alias of its table.'),
  startRow: int('First row, from 0.'),
  maximumRows: int('Number of rows.'),
});
