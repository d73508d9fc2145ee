import { type ActorContext, method } from '../method.js';
import { type PageRequest, toPage } from '../paging.js';
import type { PackageRecord } from '../records.js';
import { canAct, demandPackage, demandUser, isWithin } from '../rights.js';
import { type ColumnType, type DataSet, type DataTable, dataSet } from '../xml/data-set.js';
import { int, text } from '../xml/scalars.js';
import { packagesOf, withServerAndPlan } from './package-reads.js';
import { fullName } from './user-pages.js';

type Cell = string | number | boolean | null;
type Column = (record: PackageRecord, context: ActorContext) => Cell;

const ownerOf = ({ userId }: PackageRecord, { state }: ActorContext) => state.users.get(userId);
const serverOf = ({ serverId }: PackageRecord, { state }: ActorContext) => state.servers.get(serverId ?? 0);

/** Every column that any list of packages selects. */
const COLUMNS = {
  PackageID: ['int', ({ packageId }) => packageId],
  ParentPackageID: ['int', ({ parentPackageId }) => parentPackageId],
  PackageName: ['string', ({ packageName }) => packageName],
  StatusID: ['int', ({ statusId }) => statusId],
  PurchaseDate: ['dateTime', ({ purchaseDate }, { clock }) => clock.withOffset(purchaseDate)],
  Comments: ['string', ({ packageComments }) => packageComments],
  ServerID: ['int', ({ serverId }) => serverId],
  ServerName: ['string', (record, context) => serverOf(record, context)?.serverName ?? null],
  ServerComments: ['string', (record, context) => serverOf(record, context)?.comments ?? null],
  VirtualServer: ['boolean', (record, context) => serverOf(record, context)?.virtual ?? null],
  PlanID: ['int', ({ planId }) => planId],
  PlanName: ['string', ({ planId }, { state }) => state.plans.get(planId ?? 0)?.planName ?? null],
  UserID: ['int', ({ userId }) => userId],
  Username: ['string', (record, context) => ownerOf(record, context)?.username ?? null],
  FirstName: ['string', (record, context) => ownerOf(record, context)?.firstName ?? null],
  LastName: ['string', (record, context) => ownerOf(record, context)?.lastName ?? null],
  FullName: [
    'string',
    (record, context) => {
      const owner = ownerOf(record, context);
      return owner === undefined ? null : fullName(owner);
    },
  ],
  RoleID: ['int', (record, context) => ownerOf(record, context)?.roleId ?? null],
  Email: ['string', (record, context) => ownerOf(record, context)?.email ?? null],
  DefaultTopPackage: ['boolean', ({ defaultTopPackage }) => defaultTopPackage],
} as const satisfies Readonly<Record<string, readonly [ColumnType, Column]>>;

type ColumnName = keyof typeof COLUMNS;

const OWNER_COLUMNS: readonly ColumnName[] = ['UserID', 'Username', 'FirstName', 'LastName'];
const SERVER_AND_PLAN: readonly ColumnName[] = [
  'ServerID',
  'ServerName',
  'ServerComments',
  'VirtualServer',
  'PlanID',
  'PlanName',
];
const RAW: readonly ColumnName[] = [
  'PackageID',
  'ParentPackageID',
  'PackageName',
  'StatusID',
  'PurchaseDate',
];
const RAW_COLUMNS: readonly ColumnName[] = [
  ...RAW,
  ...SERVER_AND_PLAN,
  ...OWNER_COLUMNS,
  'RoleID',
  'Email',
  'DefaultTopPackage',
];
const RAW_MY_COLUMNS: readonly ColumnName[] = [
  ...RAW,
  'Comments',
  ...SERVER_AND_PLAN,
  ...OWNER_COLUMNS,
  'FullName',
  'RoleID',
  'Email',
  'DefaultTopPackage',
];
const PAGE_COLUMNS: readonly ColumnName[] = [
  'PackageID',
  'PackageName',
  'StatusID',
  'PurchaseDate',
  'Comments',
  ...SERVER_AND_PLAN,
  ...OWNER_COLUMNS,
  'FullName',
  'RoleID',
  'Email',
];

function toTable(
  context: ActorContext,
  names: readonly ColumnName[],
  records: readonly PackageRecord[],
): DataTable {
  return {
    columns: names.map((name) => [name, COLUMNS[name][0]]),
    rows: records.map((record) => names.map((name) => COLUMNS[name][1](record, context))),
  };
}

function toPackagePage(
  context: ActorContext,
  records: readonly PackageRecord[],
  request: PageRequest,
): DataSet {
  const query = {
    table: toTable(context, PAGE_COLUMNS, records),
    searchColumns: ['PackageName', 'Username', 'FullName', 'Email'],
    firstRow: 1,
  } as const;
  return toPage(query, request, context.settings);
}

const PAGE_PARAMETERS = { sortColumn: text, startRow: int, maximumRows: int };
const FILTER_PARAMETERS = { filterColumn: text, filterValue: text };

/** Whether a row passes a filter of which 0 means none. */
const passes = (wanted: number, actual: number | null): boolean => wanted === 0 || wanted === actual;

/** esPackages.asmx: packages as DataSets. */
export const packageListMethods = {
  /** Of everybody below the user, its own left out; nothing without rights. */
  GetPackagesPaged: method(
    { userId: int, ...FILTER_PARAMETERS, ...PAGE_PARAMETERS },
    dataSet,
    (context: ActorContext, request) => {
      const { state, actor } = context;
      const records = state.packages
        .all()
        .filter(({ userId }) => userId !== request.userId && isWithin(state, request.userId, userId));
      const visible = canAct(state, actor, request.userId) ? withServerAndPlan(state, records) : [];
      return toPackagePage(context, visible, request);
    },
  ),

  GetNestedPackagesPaged: method(
    {
      packageId: int,
      ...FILTER_PARAMETERS,
      statusId: int,
      planId: int,
      serverId: int,
      ...PAGE_PARAMETERS,
    },
    dataSet,
    (context: ActorContext, request) => {
      const { state, actor } = context;
      demandPackage(state, actor, request.packageId);
      const children = state.packages
        .all()
        .filter(({ parentPackageId }) => parentPackageId === request.packageId)
        .filter(({ statusId }) => passes(request.statusId, statusId))
        .filter(({ planId }) => passes(request.planId, planId))
        .filter(({ serverId }) => passes(request.serverId, serverId));
      return toPackagePage(context, withServerAndPlan(state, children), request);
    },
  ),

  GetNestedPackagesSummary: method(
    { packageId: int },
    dataSet,
    ({ state, actor }: ActorContext, { packageId }): DataSet => {
      demandPackage(state, actor, packageId);
      const statuses = state.packages
        .all()
        .filter(({ parentPackageId }) => parentPackageId === packageId)
        .map(({ statusId }) => statusId);
      const counted = [...new Set(statuses)].sort((a, b) => a - b);
      return [
        { columns: [['PackagesNumber', 'int']], rows: [[statuses.length]] },
        {
          columns: [
            ['StatusID', 'int'],
            ['PackagesNumber', 'int'],
          ],
          rows: counted.map((id) => [id, statuses.filter((statusId) => statusId === id).length]),
        },
      ];
    },
  ),

  /** Whoever asks. */
  GetRawPackages: method({ userId: int }, dataSet, (context: ActorContext, { userId }): DataSet => {
    const records = withServerAndPlan(context.state, packagesOf(context.state, userId));
    return [toTable(context, RAW_COLUMNS, records)];
  }),

  GetRawMyPackages: method({ userId: int }, dataSet, (context: ActorContext, { userId }): DataSet => {
    demandUser(context.state, context.actor, userId);
    return [toTable(context, RAW_MY_COLUMNS, packagesOf(context.state, userId))];
  }),
};
