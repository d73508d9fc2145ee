import { BackendFaultError, OutcomeUnknownError } from '../../../src/errors/index.js';
import {
  type CreateSubscription,
  canonicalDomainName,
  type Facts,
  type PanelWrites,
  toGlobalId,
  type UserError,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call, ParamsOf, ResultOf } from '../../../src/operation/operation.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  activateSubscription,
  addSubscription,
  getAccountSubscriptions,
  getSubscription,
} from '../operations/index.js';
import { chosenId, idNumber, isGiven } from './checks.js';
import { limitErrors, wireLimit } from './limits.js';
import { Newcomers } from './newcomers.js';
import { applied } from './results.js';
import { inTransaction } from './transaction.js';

export const REGISTRAR_CHECKS = { UNDEFINED: 0, NOT_REGISTERED: 1, REGISTERED: 2 } as const;

/** Parameters of the provisioning that the graph has members for. */
const OWN_PARAMETERS: readonly string[] = ['domain_name', 'registrar_status', 'apache_homedir_path'];

/** Only what is set up takes these. */
const NEED_PROVISION = [
  'limits',
  'parameters',
  'domainName',
  'registrarStatus',
  'webspacePath',
  'accountWide',
] as const;

/** New subscriptions: set up at once, or only recorded. */
export function newSubscriptionWrites(backend: string, timeoutSeconds: number): PanelWrites {
  const newcomers = new Newcomers();

  const facts = (
    subscriptionId: number,
    taskId: string | null,
    provisioned: Facts['values'] = {},
  ): Facts => ({
    nodes: {
      subscription: toGlobalId(backend, 'Subscription', String(subscriptionId)),
      ...(taskId === null ? {} : { task: toGlobalId(backend, 'Task', taskId) }),
    },
    values: provisioned,
  });

  async function create(input: CreateSubscription, send: Call, taskId: string | null) {
    if (input.provision === false) {
      const { subscription_id: id } = await send(addSubscription, baseParams(input));
      return { id, result: applied(facts(id, taskId)) };
    }
    const reply = await send(activateSubscription, provisionParams(input));
    const id = reply.subscription_id;
    return { id, result: applied(facts(id, taskId, provisionedOf(reply))) };
  }

  async function carryOut(input: CreateSubscription, session: WriteSession): Promise<WriteResult> {
    const { requestId } = session;
    let made: number | null = null;
    const work = async (send: Call, taskId: string | null) => {
      const { id, result } = await create(input, send, taskId);
      made = id;
      return result;
    };
    newcomers.begin(input.accountId, requestId);
    try {
      const result =
        input.awaitTask === true
          ? await inTransaction(session, { timeoutSeconds, requestId }, (send) => work(send, requestId))
          : await work(session.send, null);
      newcomers.end(input.accountId, requestId, result.state === 'APPLIED' ? made : null);
      return result;
    } catch (error) {
      // What may have happened stays open, so that nobody else's is taken for it.
      if (!(error instanceof OutcomeUnknownError)) newcomers.end(input.accountId, requestId, null);
      throw error;
    }
  }

  return {
    createSubscription: {
      check: (input) => [...errorsOf(input)],
      run: (input, session) =>
        rejectedWhenRefused(async () => {
          const { accountId, planId, nativeId, name, awaitTask } = input;
          const before = await subscriptionsOf(session.read, accountId);
          if (before !== null) {
            await session.remember({
              accountId,
              planId,
              nativeId: nativeId ?? null,
              name: name ?? null,
              awaitTask: awaitTask === true,
              before,
            });
          }
          return carryOut(input, session);
        }),
      reconcile: async ({ snapshot, requestId }, read) => {
        if (snapshot === null) return null;
        const accountId = String(snapshot.accountId);
        const before = snapshot.before as readonly number[];
        const now = (await subscriptionsOf(read, accountId)) ?? [];
        const added = now.filter((id) => !before.includes(id));
        const chosen = Number(snapshot.nativeId ?? 0);
        const found =
          chosen > 0
            ? (added.find((id) => id === chosen) ?? null)
            : newcomers.theOneOf(accountId, requestId, added);
        if (found === null) return null;
        const subscription = await read(getSubscription, { subscription_id: found, get_resources: false });
        const isIt =
          String(subscription.st_id) === snapshot.planId &&
          (snapshot.name === null || subscription.name === snapshot.name);
        if (!isIt) return null;
        newcomers.end(accountId, requestId, found);
        return applied(facts(found, snapshot.awaitTask === true ? requestId : null));
      },
    },
  };
}

/** @returns `null` when the panel refuses to tell */
async function subscriptionsOf(read: Call, accountId: string): Promise<readonly number[] | null> {
  try {
    return await read(getAccountSubscriptions, { account_id: Number(accountId) });
  } catch (error) {
    if (error instanceof BackendFaultError) return null;
    throw error;
  }
}

function* errorsOf(input: CreateSubscription): Generator<UserError> {
  const { provision, domainName, parameters } = input;
  yield* chosenId(input.nativeId, 'nativeId');
  yield* limitErrors(input.limits);
  if (provision === false) {
    for (const member of NEED_PROVISION) {
      if (isGiven(input[member])) yield invalid(`${member} needs provision`, member);
    }
  }
  if (isGiven(domainName) && canonicalDomainName(domainName) === null) {
    yield invalid('domainName must be a domain name', 'domainName');
  }
  const names = (parameters ?? []).map(({ name }) => name);
  const hasDomain = isGiven(domainName) || names.includes('domain_name');
  for (const member of ['registrarStatus', 'webspacePath'] as const) {
    if (isGiven(input[member]) && !hasDomain) yield invalid(`${member} needs domainName`, member);
  }
  const own = new Set(ownParameters(input).map(({ var_name: name }) => name));
  for (const [index, name] of names.entries()) {
    const field = ['parameters', String(index), 'name'];
    if (own.has(name)) yield invalid(`${name} has a member of its own, which is given`, ...field);
    if (names.indexOf(name) !== index) yield invalid(`${name} is given twice`, ...field);
  }
}

const baseParams = ({ accountId, planId, name, nativeId }: CreateSubscription) => ({
  account_id: Number(accountId),
  subscription_name: name ?? undefined,
  subscription_id: idNumber(nativeId),
  service_template_id: Number(planId),
});

function provisionParams(input: CreateSubscription): ParamsOf<typeof activateSubscription> {
  const { limits, parameters, accountWide } = input;
  const all = [
    ...ownParameters(input),
    ...(parameters ?? []).map(({ name, value }) => ({ var_name: name, var_value: value })),
  ];
  return {
    ...baseParams(input),
    resource_limits: isGiven(limits)
      ? limits.map((entry) => ({ resource_id: entry.resourceTypeId, resource_limit: wireLimit(entry) }))
      : undefined,
    // With parameters, even with none of them, a domain is created.
    parameters: all.length > 0 ? all : undefined,
    // Older releases do not know it.
    account_wide_su: accountWide === true ? true : undefined,
  };
}

function ownParameters({ domainName, registrarStatus, webspacePath }: CreateSubscription) {
  const values = [
    isGiven(domainName) ? canonicalDomainName(domainName) : null,
    isGiven(registrarStatus) ? String(REGISTRAR_CHECKS[registrarStatus]) : null,
    webspacePath,
  ];
  return OWN_PARAMETERS.flatMap((name, place) => {
    const value = values[place];
    return isGiven(value) ? [{ var_name: name, var_value: value }] : [];
  });
}

const provisionedOf = (reply: ResultOf<typeof activateSubscription>): NonNullable<Facts['values']> =>
  reply.auto_provisioning_result === null
    ? {}
    : {
        provisionedResources: reply.auto_provisioning_result.map(({ rt_id, rt_parameters }) => ({
          resourceTypeId: rt_id,
          parameters: (rt_parameters ?? []).map(({ parameter_name, parameter_value }) => ({
            name: parameter_name,
            value: parameter_value ?? '',
          })),
        })),
      };
