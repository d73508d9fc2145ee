import type { Arguments } from '../axis/arguments.js';
import type { Contact, Plan } from '../records.js';
import { nullParameter, refusal } from '../refusal.js';
import type { HsphereState } from '../state.js';
import { type Handler, requireAdministrator } from './call.js';
import { contactOf } from './contact.js';
import { readPairs } from './other-params.js';

/** `signup` is not in the vendor's list, but in its sample. */
const MODS = ['empty', 'opensrs', 'dtransfer', 'nodomain', '3ldomain', 'service', 'signup'];
const PAYMENT_TYPES = ['Check', 'CC', 'PayPal', 'WorldPay', '2CheckOut', 'None'];

/** Both forms; `srsci` and `srsbi`, which only the longer one has, are for a registrar and change nothing here. */
export const signupUser: Handler = (call) => {
  const { user: administrator } = requireAdministrator(call);
  const { parameters, state } = call;
  const { login, password } = checkCredentials(parameters, state);
  const mod = checkMod(parameters);
  const plan = checkPlan(parameters, state);
  const contact = checkContact(parameters);
  const paymentType = checkPayment(parameters, plan, mod);
  const pairs = readPairs(parameters.array('otherParams'));
  const planId = plan.planId;
  const periodId = parameters.int('periodId');
  const { account, user } = state.create(
    {
      login,
      password,
      planId,
      periodId,
      description: parameters.string('descr'),
      contact,
      quotaKilobytes: plan.quotaKilobytes,
      incomplete: mod === 'empty' && pairs.get('type_domain') !== 'empty_domain',
    },
    administrator,
  );
  const { accountId, signupId } = account;
  const { userId } = user;
  state.ledger.push({
    kind: 'signup',
    accountId,
    signupId,
    userId,
    login,
    planId,
    periodId,
    mod,
    paymentType,
  });
  return {
    kind: 'namedParameters',
    pairs: Object.entries({ accountId, signupId, userId }).map(([name, value]) => ({
      name,
      value: String(value),
    })),
  };
};

function checkCredentials(parameters: Arguments, state: HsphereState) {
  const login = parameters.string('login') ?? '';
  const password = parameters.string('password') ?? '';
  if (!/^[A-Za-z0-9]{5,20}$/.test(login)) {
    throw refusal('ValidationException', 'A login has more than 4 and at most 20 letters and digits.');
  }
  if (password.length < 5 || password.length > 12) {
    throw refusal('ValidationException', 'A password has 5 to 12 characters.');
  }
  if (state.users.has(login)) throw refusal('DuplicateLoginException', `The login ${login} is taken.`);
  return { login, password };
}

function checkMod(parameters: Arguments): string | null {
  const mod = parameters.string('mod');
  if (mod !== null && !MODS.includes(mod)) throw refusal('ValidationException', 'There is no such mod.');
  return mod;
}

function checkPlan(parameters: Arguments, state: HsphereState): Plan {
  const planId = parameters.int('planId');
  const plan = state.plans.get(planId);
  if (plan === undefined) throw refusal('PlanException', `There is no plan ${planId}.`);
  const periodId = parameters.int('periodId');
  if (periodId < 0 || periodId >= plan.periods) {
    throw refusal('PlanException', `Plan ${planId} has no period ${periodId}.`);
  }
  return plan;
}

/** The state is left alone: the vendor's own sample breaks the rule that it prints for it. */
function checkContact(parameters: Arguments): Contact {
  const contact = parameters.bean('ci');
  if (contact === null) throw nullParameter();
  if (!/^[A-Za-z]{2}$/.test(contact.string('country') ?? '')) {
    throw refusal('ValidationException', 'A country has 2 letters.');
  }
  return contactOf(contact);
}

/**
 * Without billing means neither bi nor pi, or a payment of the type None as before 2.5 RC3: the plan must then be
 * without billing, and the domain not be registered.
 */
function checkPayment(parameters: Arguments, plan: Plan, mod: string | null): string | null {
  const payment = parameters.bean('pi');
  const type = payment?.string('type') ?? null;
  if (payment !== null && !PAYMENT_TYPES.includes(type ?? '')) {
    throw refusal('ValidationException', 'A payment has one of the documented types.');
  }
  const billed = payment !== null && type !== 'None';
  if (billed && parameters.bean('bi') === null) throw nullParameter();
  if (billed) return type;
  if (plan.billing) throw refusal('PlanException', `Plan ${plan.planId} needs billing and payment info.`);
  if (mod === 'opensrs') {
    throw refusal('ValidationException', 'A signup without billing cannot register a domain.');
  }
  return type;
}
