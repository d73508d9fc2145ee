import type { UserRecord } from '../records.js';
import { list, object } from '../xml/composites.js';
import type { Kind, ValuesOf } from '../xml/kind.js';
import { bool, dateTime, int, text } from '../xml/scalars.js';
import type { XmlElement } from '../xml/xml-element.js';
import { userLoginStatus, userRole, userStatus } from './enums.js';

/** The order is the wire's. `Role`, `Status` and `LoginStatus` are twins of the ids before them. */
const MEMBERS = {
  roleId: int,
  role: userRole,
  statusId: int,
  status: userStatus,
  loginStatusId: int,
  loginStatus: userLoginStatus,
  failedLogins: int,
  userId: int,
  ownerId: int,
  isPeer: bool,
  created: dateTime,
  changed: dateTime,
  isDemo: bool,
  comments: text,
  lastName: text,
  username: text,
  password: text,
  firstName: text,
  email: text,
  primaryPhone: text,
  zip: text,
  instantMessenger: text,
  fax: text,
  secondaryPhone: text,
  secondaryEmail: text,
  country: text,
  address: text,
  city: text,
  state: text,
  htmlMail: bool,
  companyName: text,
  ecommerceEnabled: bool,
  subscriberNumber: text,
  additionalParams: text,
  vlans: list('UserVlan', object({})),
};

export type UserInfo = ValuesOf<typeof MEMBERS>;

const plain = object(MEMBERS);

/** The value of whichever twin comes later in the document: each one sets the same field. */
function laterTwin(
  element: XmlElement,
  [idName, id]: readonly [string, number],
  [wordName, word]: readonly [string, number],
): number {
  const last = element.children.findLast(({ local }) => local === idName || local === wordName);
  return last?.local === wordName ? word : id;
}

export const userInfo: Kind<UserInfo | null> = {
  ...plain,
  read(element) {
    const read = plain.read(element);
    if (read === null) return null;
    const roleId = laterTwin(element, ['RoleId', read.roleId], ['Role', read.role]);
    const statusId = laterTwin(element, ['StatusId', read.statusId], ['Status', read.status]);
    const loginStatusId = laterTwin(
      element,
      ['LoginStatusId', read.loginStatusId],
      ['LoginStatus', read.loginStatus],
    );
    return {
      ...read,
      roleId,
      role: roleId,
      statusId,
      status: statusId,
      loginStatusId,
      loginStatus: loginStatusId,
    };
  },
};

export const userList = list('UserInfo', userInfo);

/**
 * A user as the single reads answer it, address and phones included. `AdditionalParams` is never read back.
 *
 * @param showPassword - whether the server hands out the password in clear, as the older ones do
 */
export function toUserInfo(user: UserRecord, showPassword: boolean): UserInfo {
  return {
    ...user,
    role: user.roleId,
    status: user.statusId,
    loginStatus: user.loginStatusId,
    password: showPassword ? user.password : null,
    additionalParams: null,
    vlans: [],
  };
}

/** A user as GetUsers answers it: what its stored procedure does not select is missing or false. */
export function toPartialUserInfo(user: UserRecord): UserInfo {
  return {
    ...toUserInfo(user, false),
    primaryPhone: null,
    secondaryPhone: null,
    fax: null,
    zip: null,
    instantMessenger: null,
    secondaryEmail: null,
    country: null,
    address: null,
    city: null,
    state: null,
    htmlMail: false,
  };
}
