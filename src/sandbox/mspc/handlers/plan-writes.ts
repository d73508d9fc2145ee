import { CODE } from '../codes.js';
import { type ActorContext, type CallContext, type Method, method } from '../method.js';
import { exceedingQuotas, exceedsAny } from '../quotas.js';
import type { PackageRecord, PlanRecord } from '../records.js';
import { demandUser, firstFailure, ROOT_PACKAGE_ID } from '../rights.js';
import { nullReference } from '../soap/soap-fault.js';
import type { MspcState } from '../state.js';
import { type PackageResult, packageResult } from '../types/package-info.js';
import { type HostingPlanInfo, hostingPlanInfo, toPlanContent } from '../types/plan-info.js';
import type { Members, ValuesOf } from '../xml/kind.js';
import { int } from '../xml/scalars.js';
import { refusal, success } from './package-writes.js';

/** A number, bare or as the `Result` of an object: servers and the vendor's document disagree. */
function numberOrObject<P extends Members>(
  parameters: P,
  handler: (context: ActorContext, args: ValuesOf<P>) => number,
): Method<ActorContext> {
  const bare = method(parameters, int, handler);
  const wrapped = method(parameters, packageResult, (context: ActorContext, args) =>
    refusal(handler(context, args)),
  );
  const chosen = ({ settings }: CallContext) => (settings.planResults === 'int' ? bare : wrapped);
  return { run: (context, element, resultName) => chosen(context).run(context, element, resultName) };
}

/** What an update writes beside the contents; an addon plan has no server. */
function fieldsOf(plan: HostingPlanInfo, isAddon: boolean) {
  return {
    packageId: plan.packageId === 0 ? null : plan.packageId,
    serverId: plan.serverId === 0 || isAddon ? null : plan.serverId,
    planName: plan.planName,
    planDescription: plan.planDescription,
    available: plan.available,
    setupPrice: plan.setupPrice,
    recurringPrice: plan.recurringPrice,
    recurrenceUnit: plan.recurrenceUnit,
    recurrenceLength: plan.recurrenceLength,
  };
}

function addPlan({ state, actor }: ActorContext, plan: HostingPlanInfo | null): number {
  const refused = firstFailure(actor, ['notDemo', 'active', 'reseller']);
  if (refused !== 0) return refused;
  if (plan === null) throw nullReference();
  demandUser(state, actor, plan.userId);
  const added = state.plans.insert((planId) => ({
    ...fieldsOf(plan, plan.isAddon),
    planId,
    userId: plan.userId,
    isAddon: plan.isAddon,
    content: toPlanContent(plan.groups, plan.quotas),
  }));
  state.carryOut();
  return added.planId;
}

/** The spaces whose promises a plan's contents are part of. */
function packagesWith(state: MspcState, plan: PlanRecord): PackageRecord[] {
  const viaAddon = new Set(
    state.addons.all().flatMap(({ planId, packageId }) => (planId === plan.planId ? [packageId] : [])),
  );
  return state.packages
    .all()
    .filter((record) => record.planId === plan.planId || viaAddon.has(record.packageId));
}

/** Replaces groups and quotas altogether. Where a parent space has less, only these are taken back. */
function updatePlan({ state, actor }: ActorContext, plan: HostingPlanInfo | null): PackageResult {
  const refused = firstFailure(actor, ['notDemo', 'active', 'reseller']);
  if (refused !== 0) return refusal(refused);
  const stored = plan === null ? undefined : state.plans.get(plan.planId);
  if (plan === null || stored === undefined) throw nullReference();
  demandUser(state, actor, stored.userId);
  const before = stored.content;
  Object.assign(stored, fieldsOf(plan, stored.isAddon), { content: toPlanContent(plan.groups, plan.quotas) });
  // What is not taken back when quotas do not suffice.
  state.carryOut();
  const parents = new Set(
    packagesWith(state, stored).map(({ parentPackageId }) => parentPackageId ?? ROOT_PACKAGE_ID),
  );
  for (const parentId of parents) {
    const exceeding = exceedingQuotas(state, parentId);
    if (!exceedsAny(exceeding)) continue;
    stored.content = before;
    return { result: CODE.packageQuotaExceed, exceedingQuotas: exceeding };
  }
  return success(0);
}

function deletePlan({ state, actor }: ActorContext, planId: number): number {
  const refused = firstFailure(actor, ['notDemo', 'reseller']);
  if (refused !== 0) return refused;
  if (state.packages.all().some((record) => record.planId === planId)) return CODE.planUsedInPackage;
  if (state.addons.all().some((addon) => addon.planId === planId)) return CODE.addonUsedInPackage;
  const plan = state.plans.get(planId);
  if (plan === undefined) return 0;
  demandUser(state, actor, plan.userId);
  state.plans.delete(planId);
  state.carryOut();
  return 0;
}

const add = numberOrObject({ plan: hostingPlanInfo }, (context, { plan }) => addPlan(context, plan));
const update = method({ plan: hostingPlanInfo }, packageResult, (context: ActorContext, { plan }) =>
  updatePlan(context, plan),
);
const remove = numberOrObject({ planId: int }, (context, { planId }) => deletePlan(context, planId));

/** esPackages.asmx: what changes plans. The addon methods are documented, and no sibling has them. */
export const planWriteMethods = {
  AddHostingPlan: add,
  UpdateHostingPlan: update,
  DeleteHostingPlan: remove,

  AddHostingAddon: add,
  UpdateHostingAddon: update,
  DeleteHostingAddon: remove,
};
