import {
  type Account,
  type AccountKind,
  type AccountStatus,
  type Contact,
  type NodeRecord,
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
  readonly roleId: number | null;
  readonly role?: string | null;
  readonly statusId: number | null;
  readonly status?: string | null;
  readonly ownerId: number | null;
  readonly login: string | null;
  readonly peer: boolean | null;
  readonly demo: boolean | null;
}

function toRecord(node: NodeRecord, basics: Basics, contact: Contact): Account {
  const kind = named(KINDS, basics.roleId, basics.role);
  const status = named(STATUSES, basics.statusId, basics.status);
  return {
    id: node.id,
    backend: node.backend,
    nativeId: node.nativeId,
    kind: kind.value,
    nativeKind: kind.native,
    status: status.value,
    nativeStatus: status.native,
    login: basics.login,
    peer: basics.peer,
    demo: basics.demo,
    parentId: idText(basics.ownerId),
    contact,
  };
}

function toNode(backend: string, userId: number): NodeRecord {
  const nativeId = String(userId);
  return { id: toGlobalId(backend, 'Account', nativeId), backend, nativeId };
}

const fromInfo = (info: UserInfo): Basics => ({
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
const listedContact = (
  row: Pick<UserInfo, 'FirstName' | 'LastName' | 'CompanyName' | 'Email'>,
  of: NodeRecord,
): Contact => ({
  title: null,
  firstName: filled(row.FirstName),
  middleName: null,
  lastName: filled(row.LastName),
  companyName: filled(row.CompanyName),
  email: filled(row.Email),
  of,
});

const fullContact = (info: UserInfo): Contact => ({
  title: null,
  firstName: filled(info.FirstName),
  middleName: null,
  lastName: filled(info.LastName),
  companyName: filled(info.CompanyName),
  email: filled(info.Email),
  phone: toPhone(info.PrimaryPhone),
  fax: toPhone(info.Fax),
  address: toAddress(info),
});

/** The panel keeps a telephone number as one text. */
const toPhone = (text: string | null): Phone | null =>
  filled(text) === null ? null : { countryCode: null, areaCode: null, number: text, extension: null };

function toAddress(info: UserInfo): PostalAddress | null {
  const street = filled(info.Address);
  const postalCode = filled(info.Zip);
  const city = filled(info.City);
  const state = filled(info.State);
  const country = toCountry(info.Country);
  if ((street ?? postalCode ?? city ?? state ?? country) === null) return null;
  return { street, houseNumber: null, address2: null, address3: null, postalCode, city, state, country };
}

/** Any text can stand there; only a code of ISO 3166-1 is one. UK is its reserved word for GB. */
function toCountry(text: string | null): string | null {
  const code = text?.trim().toUpperCase() ?? '';
  if (!/^[A-Z]{2}$/.test(code)) return null;
  return code === 'UK' ? 'GB' : code;
}

/** An account that was asked for by itself: all that the panel knows of it. */
export const toAccount = (backend: string, info: UserInfo): Account =>
  toRecord(toNode(backend, info.UserId), fromInfo(info), fullContact(info));

/** An account in the list of GetUsers, where telephones and address are empty although the account has some. */
export function toListedAccount(backend: string, info: UserInfo): Account {
  const node = toNode(backend, info.UserId);
  return toRecord(node, fromInfo(info), listedContact(info, node));
}

/** An account on a page of GetUsersPaged. */
export function toPagedAccount(backend: string, row: UserRow): Account {
  const node = toNode(backend, row.UserID);
  const basics: Basics = {
    roleId: row.RoleID,
    statusId: row.StatusID,
    ownerId: row.OwnerID,
    login: row.Username,
    peer: row.IsPeer,
    demo: row.IsDemo,
  };
  return toRecord(node, basics, listedContact(row, node));
}
