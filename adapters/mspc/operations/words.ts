import { type EnumValues, int, string } from '../../../src/operation/shape.js';

/** A number of the panel, its name, and what it stands for. */
type Word = readonly [id: number, name: string, meaning: string];

/** @see MSPC Integration API, "AddUser"; from 4 on as its siblings have them */
const ROLES: readonly Word[] = [
  [1, 'Administrator', 'administrator of the platform'],
  [2, 'Reseller', 'reseller'],
  [3, 'User', 'user'],
  [4, 'ResellerCSR', 'customer service of a reseller'],
  [5, 'PlatformCSR', 'customer service of the platform'],
  [6, 'ResellerHelpdesk', 'helpdesk of a reseller'],
  [7, 'PlatformHelpdesk', 'helpdesk of the platform'],
];
/** @see MSPC Integration API, "AddUser" and "ChangeUserStatus" */
const USER_STATUSES: readonly Word[] = [
  [1, 'Active', 'active'],
  [2, 'Suspended', 'suspended'],
  [3, 'Cancelled', 'cancelled'],
  [4, 'Pending', 'pending'],
];
/** @see MSPC Integration API, "AddPackage" */
const PACKAGE_STATUSES: readonly Word[] = [
  [1, 'Active', 'active'],
  [2, 'Suspended', 'suspended'],
  [3, 'Cancelled', 'cancelled'],
  [4, 'New', 'new'],
];
const LOGIN_STATUSES: readonly Word[] = [
  [0, 'Enabled', 'may log in'],
  [1, 'Disabled', 'may not log in'],
  [2, 'LockedOut', 'locked out after wrong passwords'],
];
const QUOTA_TYPES: readonly Word[] = [
  [1, 'Boolean', 'allowed or not: 1 or 0'],
  [2, 'Numeric', 'an amount; -1 for no limit'],
  [3, 'MaximumValue', 'the highest value allowed; -1 for no limit'],
];

const ids = (words: readonly Word[]): EnumValues<number> =>
  words.map(([value, , meaning]) => ({ value, meaning }));
/** Enums travel as names; the server refuses their numbers. */
const names = (words: readonly Word[]): EnumValues<string> =>
  words.map(([, value, meaning]) => ({ value, meaning }));

// What is answered may have been stored before a number had its name; what is sent must have one. Servers may know
// more roles than documents do.
export const role = {
  id: int('Role.', { values: ids(ROLES), open: true }),
  name: string('Role by its name.', { values: names(ROLES), open: true }),
};
export const userStatus = {
  id: int('Status.', { values: ids(USER_STATUSES), open: true }),
  name: string('Status by its name.', { values: names(USER_STATUSES), open: true }),
};
export const loginStatus = {
  id: int('Whether its login works; absent on older servers.', { values: ids(LOGIN_STATUSES), open: true }),
  name: string('The same by its name.', { values: names(LOGIN_STATUSES), open: true }),
};
export const packageStatusId = int('Status.', { values: ids(PACKAGE_STATUSES), open: true });
export const quotaTypeId = int('How it is counted.', { values: ids(QUOTA_TYPES), open: true });

export const newUserStatus = {
  id: int('Status.', { values: ids(USER_STATUSES) }),
  name: string('Status by its name.', { values: names(USER_STATUSES) }),
};
export const newLoginStatus = {
  id: int('Whether its login works; 0 also forgets failed logins.', {
    values: ids(LOGIN_STATUSES),
    default: 0,
  }),
  name: string('The same by its name.', { values: names(LOGIN_STATUSES) }),
};
export const newPackageStatus = {
  id: int('Status.', { values: ids(PACKAGE_STATUSES) }),
  name: string('Status by its name.', { values: names(PACKAGE_STATUSES) }),
};
