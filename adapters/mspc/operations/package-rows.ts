import { boolean, dateTime, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { packageStatusId, role } from './words.js';

const own = {
  PackageID: key(int('Package.')),
  PackageName: string('Name.'),
  StatusID: packageStatusId,
  PurchaseDate: dateTime('When it was bought, with the server’s offset.'),
};
const serverAndPlan = {
  ServerID: int('Server that it lives on.'),
  ServerName: string('Name of the server.'),
  ServerComments: string('Remarks on the server.'),
  VirtualServer: boolean('Whether the server stands for several.'),
  PlanID: int('Plan it was bought by.'),
  PlanName: string('Name of the plan.'),
};
const account = {
  UserID: int('Account that has it.'),
  Username: string('Its login.'),
  FirstName: string('Its given name.'),
  LastName: string('Its family name.'),
};
const accountEnd = { RoleID: role.id, Email: string('Mail address of the account.') };
const fullName = string('Given and family name of the account.');
const comments = string('Remarks.');

/** As GetRawPackages and GetRawMyPackages list them; what only the second tells is optional. */
export const rawPackageRow = struct(
  {
    ...own,
    ParentPackageID: int('Package that it is sold from.'),
    Comments: optional(comments),
    ...serverAndPlan,
    ...account,
    FullName: optional(fullName),
    ...accountEnd,
    DefaultTopPackage: optional(boolean('Whether the panel opens it first; absent on older servers.')),
  },
  'A package with the names of its server, plan and account.',
);

export const pagedPackageRow = struct(
  { ...own, Comments: comments, ...serverAndPlan, ...account, FullName: fullName, ...accountEnd },
  'A package with the names of its server, plan and account.',
);
