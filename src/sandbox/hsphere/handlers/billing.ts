import { refusal } from '../refusal.js';
import { type ActionCall, type Handler, requireAdministrator, VOID } from './call.js';

/** What all debits and credits share; amounts have no documented sign or limit, and are kept as they come. */
function booking(call: ActionCall) {
  requireAdministrator(call);
  const { parameters, state } = call;
  const { accountId } = state.account(parameters.long('accountId'));
  return { accountId, amount: parameters.double('amount'), description: parameters.string('description') };
}

export const oneTimeDebit: Handler = (call) => {
  const { parameters, state } = call;
  state.ledger.push({
    kind: 'oneTimeDebit',
    ...booking(call),
    note: parameters.string('note'),
    isInvoice: parameters.boolean('isInvoice'),
    inclTaxes: parameters.boolean('inclTaxes'),
  });
  return VOID;
};

/** The vendor's sample has a frequency above the duration together with isInfinite: no order is demanded then. */
export const monthlyBasedDebit: Handler = (call) => {
  const { parameters, state } = call;
  const common = booking(call);
  const startOn = parameters.int('startOn');
  const isInfinite = parameters.boolean('isInfinite');
  const duration = parameters.int('duration');
  const frequency = parameters.int('frequency');
  if (![1, 2, 3].includes(startOn)) throw refusal('ValidationException', 'startOn is 1, 2 or 3.');
  if (frequency < 1) throw refusal('ValidationException', 'frequency is at least one month.');
  if (!isInfinite && duration < 1) throw refusal('ValidationException', 'duration is at least one month.');
  state.ledger.push({
    kind: 'monthlyBasedDebit',
    ...common,
    duration,
    frequency,
    note: parameters.string('note'),
    adminNote: parameters.string('adminNote'),
    startOn,
    isInfinite,
    isInvoice: parameters.boolean('isInvoice'),
  });
  return VOID;
};

export const billingPeriodBasedDebit: Handler = (call) => {
  const { parameters, state } = call;
  state.ledger.push({
    kind: 'billingPeriodBasedDebit',
    ...booking(call),
    note: parameters.string('note'),
    adminNote: parameters.string('adminNote'),
  });
  return VOID;
};

/** Credits twice when it is called twice: nothing says that `id` prevents it. */
export const addCredit: Handler = (call) => {
  const { parameters, state } = call;
  state.ledger.push({
    kind: 'credit',
    ...booking(call),
    text: parameters.string('text'),
    id: parameters.string('id'),
  });
  return VOID;
};
