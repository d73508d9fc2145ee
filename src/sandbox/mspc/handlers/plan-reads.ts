import { type ActorContext, method } from '../method.js';
import type { PlanRecord } from '../records.js';
import { demandUser } from '../rights.js';
import type { MspcState } from '../state.js';
import { hostingPlanInfo, hostingPlanList, toHostingPlanInfo } from '../types/plan-info.js';
import { type DataSet, type DataTable, dataSet } from '../xml/data-set.js';
import { int } from '../xml/scalars.js';

function plansOf(state: MspcState, userId: number, isAddon: boolean): PlanRecord[] {
  return state.plans.all().filter((plan) => plan.userId === userId && plan.isAddon === isAddon);
}

const COMMON_COLUMNS: DataTable['columns'] = [
  ['PlanID', 'int'],
  ['UserID', 'int'],
  ['PackageID', 'int'],
  ['PlanName', 'string'],
  ['PlanDescription', 'string'],
  ['Available', 'boolean'],
  ['SetupPrice', 'decimal'],
  ['RecurringPrice', 'decimal'],
  ['RecurrenceLength', 'int'],
  ['RecurrenceUnit', 'int'],
  ['IsAddon', 'boolean'],
  ['PackagesNumber', 'int'],
];

function toCommonRow(state: MspcState, plan: PlanRecord): DataTable['rows'][number] {
  const users = plan.isAddon ? state.addons.all() : state.packages.all();
  return [
    plan.planId,
    plan.userId,
    plan.packageId,
    plan.planName,
    plan.planDescription,
    plan.available,
    plan.setupPrice,
    plan.recurringPrice,
    plan.recurrenceLength,
    plan.recurrenceUnit,
    plan.isAddon,
    users.filter(({ planId }) => planId === plan.planId).length,
  ];
}

/** The plans that the owner of `userId` offers to it. */
function offeredTo({ state, actor }: ActorContext, userId: number, isAddon: boolean) {
  demandUser(state, actor, userId);
  const ownerId = state.users.get(userId)?.ownerId ?? 0;
  return plansOf(state, ownerId, isAddon)
    .filter(({ available }) => available)
    .map((plan) => ({ ...toHostingPlanInfo(plan), userId: 0 }));
}

/** esPackages.asmx: plans and addon plans. */
export const planReadMethods = {
  /** Whoever asks; addon plans too. */
  GetHostingPlan: method({ planId: int }, hostingPlanInfo, ({ state }: ActorContext, { planId }) => {
    const plan = state.plans.get(planId);
    return plan === undefined ? null : toHostingPlanInfo(plan);
  }),

  /** A second `PackageID` of the join becomes `PackageID1`, which is 0 where the first is missing. */
  GetHostingPlans: method({ userId: int }, dataSet, ({ state, actor }: ActorContext, { userId }): DataSet => {
    demandUser(state, actor, userId);
    return [
      {
        columns: [
          ...COMMON_COLUMNS,
          ['ServerID', 'int'],
          ['ServerName', 'string'],
          ['ServerComments', 'string'],
          ['VirtualServer', 'boolean'],
          ['PackageID1', 'int'],
          ['PackageName', 'string'],
        ],
        rows: plansOf(state, userId, false).map((plan) => {
          const server = state.servers.get(plan.serverId ?? 0);
          return [
            ...toCommonRow(state, plan),
            server?.serverId ?? 0,
            server?.serverName ?? 'None',
            server?.comments ?? '',
            server?.virtual ?? true,
            plan.packageId ?? 0,
            state.packages.get(plan.packageId ?? 0)?.packageName ?? 'None',
          ];
        }),
      },
    ];
  }),

  GetHostingAddons: method(
    { userId: int },
    dataSet,
    ({ state, actor }: ActorContext, { userId }): DataSet => {
      demandUser(state, actor, userId);
      return [
        {
          columns: COMMON_COLUMNS,
          rows: plansOf(state, userId, true).map((plan) => toCommonRow(state, plan)),
        },
      ];
    },
  ),

  GetUserAvailableHostingPlans: method(
    { userId: int },
    hostingPlanList,
    (context: ActorContext, { userId }) => offeredTo(context, userId, false),
  ),

  GetUserAvailableHostingAddons: method(
    { userId: int },
    hostingPlanList,
    (context: ActorContext, { userId }) => offeredTo(context, userId, true),
  ),
};
