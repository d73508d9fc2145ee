import { boolean, dateTime, int, key, optional, string, struct } from '../../../src/operation/shape.js';

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
 * An account. Older servers put the password in clear text into it, which is not described here and so never read;
 * `Role`, `Status` and `LoginStatus` say once more, by name, what the ids before them say.
 */
export const userInfo = struct({
  RoleId: roleId,
  Role: string('Role by its name.'),
  StatusId: statusId,
  Status: string('Status by its name.'),
  LoginStatusId: int('0 enabled, 1 disabled, 2 locked out.'),
  LoginStatus: string('State of the login by its name.'),
  FailedLogins: int('Failed logins since the last that succeeded.'),
  UserId: key(int('Account.')),
  OwnerId: int('Account above it; 0 for the root.'),
  IsPeer: boolean('Whether it acts as a second login of its owner.'),
  Created: dateTime('When it was made.'),
  Changed: dateTime('When it was changed last.'),
  IsDemo: boolean('Whether it may look and not change.'),
  Comments: string('Remarks.'),
  LastName: string('Family name.'),
  Username: string('Login.'),
  FirstName: string('Given name.'),
  Email: string('Mail address.'),
  PrimaryPhone: string('Telephone.'),
  Zip: string('Postal code.'),
  InstantMessenger: string('Name at an instant messenger.'),
  Fax: string('Fax.'),
  SecondaryPhone: string('Second telephone.'),
  SecondaryEmail: string('Second mail address.'),
  Country: string('Country; panels write the ISO code.'),
  Address: string('Street with house number.'),
  City: string('City.'),
  State: string('State or province.'),
  HtmlMail: boolean('Whether letters come as HTML.'),
  CompanyName: string('Company.'),
  EcommerceEnabled: boolean('Whether it may sell.'),
  SubscriberNumber: string('Number at the provider.'),
});

/** A row of GetUsersPaged. It tells no telephone and no postal address. */
export const userRow = struct({
  UserID: key(int('Account.')),
  RoleID: roleId,
  StatusID: statusId,
  SubscriberNumber: string('Number at the provider.'),
  LoginStatusId: int('0 enabled, 1 disabled, 2 locked out.'),
  FailedLogins: int('Failed logins since the last that succeeded.'),
  OwnerID: int('Account above it.'),
  Created: dateTime('When it was made.'),
  Changed: dateTime('When it was changed last.'),
  IsDemo: boolean('Whether it may look and not change.'),
  Comments: string('Remarks.'),
  IsPeer: boolean('Whether it acts as a second login of its owner.'),
  Username: string('Login.'),
  FirstName: string('Given name.'),
  LastName: string('Family name.'),
  Email: string('Mail address.'),
  PackagesNumber: int('How many packages it has.'),
  CompanyName: string('Company.'),
  EcommerceEnabled: boolean('Whether it may sell.'),
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
