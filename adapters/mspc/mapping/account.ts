import {
  type Account,
  type AccountKind,
  type AccountStatus,
  type Contact,
  type Phone,
  type PostalAddress,
  toGlobalId,
} from '../../../src/model/index.js';
import type { Result, RowOf } from './results.js';
import { filled, idText, named } from './words.js';

type UserInfo = Result<'getUserById'>;
type UserRow = RowOf<Result<'getUsersPaged'>['Table1']>;

/** @see MSPC Integration API, "AddUser"; the roles from 4 on as WebsitePanel has them */
const KINDS = new Map<number, readonly [AccountKind, string]>([
  [1, ['PROVIDER', 'Administrator']],
  [2, ['RESELLER', 'Reseller']],
  [3, ['CUSTOMER', 'User']],
  [4, ['STAFF', 'ResellerCSR']],
  [5, ['STAFF', 'PlatformCSR']],
  [6, ['STAFF', 'ResellerHelpdesk']],
  [7, ['STAFF', 'PlatformHelpdesk']],
]);

/** @see MSPC Integration API, "ChangeUserStatus" */
const STATUSES = new Map<number, readonly [AccountStatus, string]>([
  [1, ['ACTIVE', 'Active']],
  [2, ['SUSPENDED', 'Suspended']],
  [3, ['CANCELLED', 'Cancelled']],
  [4, ['PENDING', 'Pending']],
]);

/** What both forms of an account tell. */
interface Basics {
  readonly userId: number;
  readonly roleId: number | null;
  readonly role?: string | null;
  readonly statusId: number | null;
  readonly status?: string | null;
  readonly ownerId: number | null;
  readonly login: string | null;
  readonly peer: boolean | null;
  readonly demo: boolean | null;
}

function toBasicAccount(backend: string, basics: Basics): Account {
  const nativeId = String(basics.userId);
  const kind = named(KINDS, basics.roleId, basics.role);
  const status = named(STATUSES, basics.statusId, basics.status);
  return {
    id: toGlobalId(backend, 'Account', nativeId),
    backend,
    nativeId,
    kind: kind.value,
    nativeKind: kind.native,
    status: status.value,
    nativeStatus: status.native,
    login: basics.login,
    peer: basics.peer,
    demo: basics.demo,
    parentId: idText(basics.ownerId),
  };
}

const fromInfo = (info: UserInfo): Basics => ({
  userId: info.UserId,
  roleId: info.RoleId,
  role: info.Role,
  statusId: info.StatusId,
  status: info.Status,
  ownerId: info.OwnerId,
  login: info.Username,
  peer: info.IsPeer,
  demo: info.IsDemo,
});

/** What lists tell, too. Telephones and address stay unknown until the account itself is asked for. */
const listedContact = (row: Pick<UserInfo, 'FirstName' | 'LastName' | 'CompanyName' | 'Email'>): Contact => ({
  title: null,
  firstName: filled(row.FirstName),
  middleName: null,
  lastName: filled(row.LastName),
  companyName: filled(row.CompanyName),
  email: filled(row.Email),
});

/** The panel keeps a telephone number as one text. */
const toPhone = (text: string | null): Phone | null =>
  filled(text) === null ? null : { countryCode: null, areaCode: null, number: text, extension: null };

function toAddress(info: UserInfo): PostalAddress | null {
  const address = {
    street: filled(info.Address),
    houseNumber: null,
    address2: null,
    address3: null,
    postalCode: filled(info.Zip),
    city: filled(info.City),
    state: filled(info.State),
    country: toCountry(info.Country),
  };
  return Object.values(address).every((part) => part === null) ? null : address;
}

/** Any text can stand there; only a code of ISO 3166-1 is one. UK is its reserved word for GB. */
function toCountry(text: string | null): string | null {
  const code = text?.trim().toUpperCase() ?? '';
  if (!/^[A-Z]{2}$/.test(code)) return null;
  return code === 'UK' ? 'GB' : code;
}

/** An account that was asked for by itself: all that the panel knows of it. */
export const toAccount = (backend: string, info: UserInfo): Account => ({
  ...toBasicAccount(backend, fromInfo(info)),
  contact: {
    ...listedContact(info),
    phone: toPhone(info.PrimaryPhone),
    fax: toPhone(info.Fax),
    address: toAddress(info),
  },
});

/** An account in the list of GetUsers, where telephones and address are empty although the account has some. */
export function toListedAccount(backend: string, info: UserInfo): Account {
  const account = toBasicAccount(backend, fromInfo(info));
  return { ...account, contact: { ...listedContact(info), of: account } };
}

/** An account on a page of GetUsersPaged. */
export function toPagedAccount(backend: string, row: UserRow): Account {
  const account = toBasicAccount(backend, {
    userId: row.UserID,
    roleId: row.RoleID,
    statusId: row.StatusID,
    ownerId: row.OwnerID,
    login: row.Username,
    peer: row.IsPeer,
    demo: row.IsDemo,
  });
  return { ...account, contact: { ...listedContact(row), of: account } };
}
