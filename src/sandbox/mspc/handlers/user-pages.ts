import { type ActorContext, method } from '../method.js';
import { type PageRequest, toPage } from '../paging.js';
import type { UserRecord } from '../records.js';
import { canAct } from '../rights.js';
import { type DataSet, type DataTable, dataSet } from '../xml/data-set.js';
import { bool, int, text } from '../xml/scalars.js';
import { usersBelow } from './user-reads.js';

const PARAMETERS = {
  userId: int,
  filterColumn: text,
  filterValue: text,
  statusId: int,
  roleId: int,
  sortColumn: text,
  startRow: int,
  maximumRows: int,
};

const COLUMNS: DataTable['columns'] = [
  ['UserID', 'int'],
  ['RoleID', 'int'],
  ['StatusID', 'int'],
  ['SubscriberNumber', 'string'],
  ['LoginStatusId', 'int'],
  ['FailedLogins', 'int'],
  ['OwnerID', 'int'],
  ['Created', 'dateTime'],
  ['Changed', 'dateTime'],
  ['IsDemo', 'boolean'],
  ['Comments', 'string'],
  ['IsPeer', 'boolean'],
  ['Username', 'string'],
  ['FirstName', 'string'],
  ['LastName', 'string'],
  ['Email', 'string'],
  ['FullName', 'string'],
  ['OwnerUsername', 'string'],
  ['OwnerFirstName', 'string'],
  ['OwnerLastName', 'string'],
  ['OwnerRoleID', 'int'],
  ['OwnerFullName', 'string'],
  ['OwnerEmail', 'string'],
  ['PackagesNumber', 'int'],
  ['CompanyName', 'string'],
  ['EcommerceEnabled', 'boolean'],
];

/** SQL's `+`: a missing half makes the whole missing. */
export const fullName = (user: UserRecord): string | null =>
  user.firstName === null || user.lastName === null ? null : `${user.firstName} ${user.lastName}`;

function toRow({ state, clock }: ActorContext, user: UserRecord): DataTable['rows'][number] {
  const owner = state.users.get(user.ownerId);
  return [
    user.userId,
    user.roleId,
    user.statusId,
    user.subscriberNumber,
    user.loginStatusId,
    user.failedLogins,
    user.ownerId,
    clock.withOffset(user.created),
    clock.withOffset(user.changed),
    user.isDemo,
    user.comments,
    user.isPeer,
    user.username,
    user.firstName,
    user.lastName,
    user.email,
    fullName(user),
    owner?.username ?? null,
    owner?.firstName ?? null,
    owner?.lastName ?? null,
    owner?.roleId ?? null,
    owner === undefined ? null : fullName(owner),
    owner?.email ?? null,
    state.packages.all().filter(({ userId }) => userId === user.userId).length,
    user.companyName,
    user.ecommerceEnabled,
  ];
}

interface UserPageRequest extends PageRequest {
  readonly userId: number;
  readonly statusId: number;
  readonly roleId: number;
}

/** Without rights the total is 0 and there are no rows. */
function pageOfUsers(context: ActorContext, request: UserPageRequest, recursive: boolean) {
  const { state, actor, settings } = context;
  const users = canAct(state, actor, request.userId) ? usersBelow(state, request.userId, recursive) : [];
  const rows = users
    .filter(({ statusId }) => request.statusId === 0 || statusId === request.statusId)
    .filter(({ roleId }) => request.roleId === 0 || roleId === request.roleId)
    .map((user) => toRow(context, user));
  const query = {
    table: { columns: COLUMNS, rows },
    searchColumns: ['Username', 'FullName', 'Email'],
    firstRow: 0,
  } as const;
  return toPage(query, request, settings);
}

/** A list tells the same as a page, but for the mail address of the account above. */
function listOfUsers(context: ActorContext, users: readonly UserRecord[]): DataTable {
  const left = COLUMNS.map(([name]) => name !== 'OwnerEmail');
  return {
    columns: COLUMNS.filter((_column, index) => left[index]),
    rows: users.map((user) => toRow(context, user).filter((_cell, index) => left[index])),
  };
}

/** esUsers.asmx: DataSets of users. */
export const userPageMethods = {
  GetRawUsers: method(
    { ownerId: int, recursive: bool },
    dataSet,
    (context: ActorContext, { ownerId, recursive }): DataSet => {
      const { state, actor } = context;
      return [
        listOfUsers(context, canAct(state, actor, ownerId) ? usersBelow(state, ownerId, recursive) : []),
      ];
    },
  ),

  GetUsersPaged: method(PARAMETERS, dataSet, (context: ActorContext, request) =>
    pageOfUsers(context, request, false),
  ),

  GetUsersPagedRecursive: method(PARAMETERS, dataSet, (context: ActorContext, request) =>
    pageOfUsers(context, request, true),
  ),
};
