import {
  type CreateHostingPlan,
  type PanelWrites,
  toGlobalId,
  type UpdateHostingPlan,
  type UserError,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call, ParamsOf } from '../../../src/operation/operation.js';
import { invalid } from '../../../src/writes/refusal.js';
import * as mspc from '../operations/seen.js';
import { given } from './contact.js';
import { Creations } from './creation.js';
import type { WriteDeps } from './deps.js';
import {
  comparableContents,
  contentsOf,
  groupErrors,
  mergeContents,
  type PlanContentValues,
  quotaErrors,
} from './plan-contents.js';
import { RecordChanges } from './record-change.js';
import { removal } from './removal.js';
import { isGiven } from './results.js';
import type { Values } from './values.js';
import { sendForVerdict, type Verdict } from './verdict.js';

type NewPlan = ParamsOf<typeof mspc.addHostingPlan>['plan'];
type PlanRecord = ParamsOf<typeof mspc.updateHostingPlanRecord>['plan'];
type PlanOperation =
  | typeof mspc.addHostingPlan
  | typeof mspc.updateHostingPlanRecord
  | typeof mspc.deleteHostingPlan;

const CONTENTS = ['Groups', 'Quotas'];

/** Hosting plans and addon plans. */
export function hostingPlanWrites(deps: WriteDeps): PanelWrites {
  const { backend } = deps;
  const lacking = new Set<PlanOperation>();

  /**
   * The vendor has methods of its own for addon plans, and its siblings have none: there the server does not understand
   * the call, so that nothing has happened, and the method for plans does the same.
   */
  async function sendFor<O extends PlanOperation>(
    session: WriteSession,
    isAddon: boolean,
    [plain, forAddons]: readonly [O, O],
    params: ParamsOf<O>,
  ): Promise<Verdict> {
    if (isAddon && !lacking.has(forAddons)) {
      const verdict = await sendForVerdict(backend, session, forAddons, params);
      if (verdict.is !== 'refused' || !verdict.notUnderstood) return verdict;
      const again = await sendForVerdict(backend, session, plain, params);
      if (again.is !== 'refused' || !again.notUnderstood) lacking.add(forAddons);
      return again;
    }
    return sendForVerdict(backend, session, plain, params);
  }

  /** A plan with what it consists of, in the form in which changes are compared beside that in which it is sent. */
  async function look(read: Call, planId: number): Promise<Values | null> {
    const [plan, contents] = await Promise.all([
      read(mspc.getHostingPlanRecord, { planId }),
      read(mspc.getHostingPlanContents, { planId }),
    ]);
    if (plan === null || contents === null) return null;
    const values = contentsOf(contents);
    return { ...plan, ...comparableContents(values), [WHOLE]: values };
  }

  const records = new RecordChanges(deps, {
    nameOf: (planId) => `HostingPlan ${planId}`,
    field: 'planId',
    look: (read, planId) => look(read, Number(planId)),
    facts: (planId) => ({ nodes: { hostingPlan: toGlobalId(backend, 'HostingPlan', planId) } }),
  });
  const creations = new Creations(backend, {
    type: 'HostingPlan',
    field: 'hostingPlan',
    place: {
      nameOf: ({ userId }) => `plans of user ${String(userId)}`,
      field: 'accountId',
      look: (read, { userId }) => read(mspc.getUserById, { userId: Number(userId) }),
    },
    list: async (read, { userId, isAddon, name }) => {
      const method = isAddon === true ? mspc.getHostingAddons : mspc.getHostingPlans;
      const { Table: rows } = await read(method, { userId: Number(userId) });
      return (rows ?? []).flatMap((row) =>
        !(row instanceof Error) && row.PlanName === name ? [row.PlanID] : [],
      );
    },
  });

  return {
    createHostingPlan: {
      check: (input) => [...createErrors(input)],
      run: (input, session) => {
        const isAddon = input.addon === true;
        const match = { userId: Number(input.accountId), isAddon, name: input.name };
        const plan = toNewPlan(input);
        return creations.run(session, mspc.addHostingPlan.method, match, () =>
          sendFor(session, isAddon, [mspc.addHostingPlan, mspc.addHostingAddon], { plan }),
        );
      },
      reconcile: (write, read, others) => creations.reconcile(write, read, others),
    },
    updateHostingPlan: {
      check: (input) => [...updateErrors(input)],
      run: (input, session) => {
        let whole: PlanContentValues = { Groups: [], Quotas: [] };
        return records.run(session, input.planId, {
          operation: mspc.updateHostingPlanRecord,
          patch: (record = {}) => {
            // `look` has put it there.
            whole = mergeContents(record[WHOLE] as PlanContentValues, input.groups, input.quotas);
            const contents = isGiven(input.groups) || isGiven(input.quotas) ? comparableContents(whole) : {};
            return { values: { ...toTerms(input), ...contents } };
          },
          send: ({ [WHOLE]: _, ...merged }) =>
            sendFor(
              session,
              merged.IsAddon === true,
              [mspc.updateHostingPlanRecord, mspc.updateHostingAddonRecord],
              // All of the record that was read, with members of the same shape.
              { plan: { ...merged, ...whole } as unknown as PlanRecord },
            ),
          keptByRefusal: Object.keys(toTerms(input)).filter((name) => !CONTENTS.includes(name)),
        });
      },
      reconcile: (write, read, others) => records.reconcile(write, read, others),
    },
    deleteHostingPlan: removal(backend, {
      type: 'HostingPlan',
      field: 'planId',
      method: mspc.deleteHostingPlan.method,
      look: (read, planId) => read(mspc.getHostingPlan, { planId }),
      send: (session, planId, record) =>
        sendFor(session, record?.IsAddon === true, [mspc.deleteHostingPlan, mspc.deleteHostingAddon], {
          planId,
        }),
    }),
  };
}

/** Of a record, what a plan consists of as it is sent; no member of the panel has such a name. */
const WHOLE = '#contents';

function* createErrors(input: CreateHostingPlan): Generator<UserError> {
  if (input.name.trim() === '') yield invalid('name is required', 'name');
  yield* termErrors(input);
  yield* groupErrors(input.groups);
  yield* quotaErrors(input.quotas);
  if (input.addon === true) {
    if (isGiven(input.serverId)) yield invalid('an addon plan has no server', 'serverId');
  } else if (!isGiven(input.packageId) && !isGiven(input.serverId)) {
    yield invalid('packageId or serverId is required, unless it is an addon plan', 'packageId');
  }
}

function* updateErrors({ planId: _, ...changes }: UpdateHostingPlan): Generator<UserError> {
  if (isGiven(changes.name) && changes.name.trim() === '') yield invalid('name is required', 'name');
  yield* termErrors(changes);
  yield* groupErrors(changes.groups ?? []);
  yield* quotaErrors(changes.quotas ?? []);
  const { description, ...others } = changes;
  if (description === undefined && !Object.values(others).some(isGiven)) {
    yield invalid('nothing is to be changed');
  }
}

type Terms = Omit<UpdateHostingPlan, 'planId'>;

function* termErrors(terms: Terms): Generator<UserError> {
  if (isGiven(terms.serverId) && terms.serverId < 1) yield invalid('serverId must be at least 1', 'serverId');
  for (const member of ['setupPrice', 'recurringPrice'] as const) {
    const price = terms[member];
    if (isGiven(price) && !/^\d{1,14}(?:\.\d{1,4})?$/.test(price)) {
      yield invalid(`${member} takes 0 or more, with at most 14 digits and 4 behind the point`, member);
    }
  }
}

/** The panel’s members for what is given. */
const toTerms = (terms: Terms): Values =>
  given({
    PackageId: isGiven(terms.packageId) ? Number(terms.packageId) : undefined,
    PlanName: terms.name ?? undefined,
    PlanDescription: terms.description,
    Available: terms.available ?? undefined,
    ServerId: terms.serverId ?? undefined,
    SetupPrice: terms.setupPrice ?? undefined,
    RecurringPrice: terms.recurringPrice ?? undefined,
    RecurrenceUnit: terms.recurrence?.unit,
    RecurrenceLength: terms.recurrence?.length,
  });

function toNewPlan(input: CreateHostingPlan): NewPlan {
  const plan = {
    PlanId: 0,
    PackageId: 0,
    Available: true,
    ServerId: 0,
    SetupPrice: '0',
    RecurringPrice: '0',
    RecurrenceUnit: 0,
    RecurrenceLength: 0,
    ...toTerms(input),
    PlanDescription: input.description ?? '',
    IsAddon: input.addon === true,
    UserId: Number(input.accountId),
    ...mergeContents({ Groups: [], Quotas: [] }, input.groups, input.quotas),
  };
  // Members by the names and types that the shape has.
  return plan as unknown as NewPlan;
}
