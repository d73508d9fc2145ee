import { operation } from '../../../src/operation/operation.js';
import { boolean, decimal, int, int64, optional, string, struct } from '../../../src/operation/shape.js';
import { ofAccount } from './owners.js';
import { ADMIN_SERVICES } from './reference.js';

const booking = {
  accountId: int64('Account.'),
  amount: decimal('Amount, in the currency of the panel.'),
};
const description = string('What it is for, as the customer reads it.');
const note = optional(string('Printed on the invoice.'));
const adminNote = optional(string('For administrators only.'));
const isInvoice = boolean('Whether an invoice is mailed.');

export const oneTimeDebit = operation({
  method: 'oneTimeDebit',
  group: 'billing',
  description: 'Debits an account once.',
  effect: 'money',
  params: struct({
    ...booking,
    description,
    note,
    isInvoice,
    inclTaxes: boolean('Whether taxes are added.'),
  }),
  result: null,
  owner: ofAccount,
  source: ADMIN_SERVICES,
});

export const monthlyBasedDebit = operation({
  method: 'monthlyBasedDebit',
  group: 'billing',
  description: 'Debits an account every so many months, whatever its billing period.',
  effect: 'money',
  params: struct({
    ...booking,
    duration: int('After how long it ends.', { unit: 'months' }),
    frequency: int('How often it is charged: once in so many.', { unit: 'months' }),
    description,
    note,
    adminNote,
    startOn: int('When it is charged.', {
      values: [
        { value: 1, meaning: 'on the first day of each cycle, the first charge prorated' },
        { value: 2, meaning: 'on the first day of each cycle' },
        { value: 3, meaning: 'on the day on which it was set' },
      ],
    }),
    isInfinite: boolean('Whether it never ends.'),
    isInvoice,
  }),
  result: null,
  owner: ofAccount,
  source: ADMIN_SERVICES,
});

export const billingPeriodBasedDebit = operation({
  method: 'billingPeriodBasedDebit',
  group: 'billing',
  description: 'Debits an account at the start of each of its billing periods.',
  effect: 'money',
  params: struct({ ...booking, description, note, adminNote }),
  result: null,
  owner: ofAccount,
  source: ADMIN_SERVICES,
});

/** Nothing says that `id` keeps the same credit from being given twice. */
export const addCredit = operation({
  method: 'addCredit',
  group: 'billing',
  description: 'Credits an account.',
  effect: 'money',
  params: struct({
    ...booking,
    description,
    text: optional(string('Comment.')),
    id: optional(string('Identifier of the caller’s own.')),
  }),
  result: null,
  owner: ofAccount,
  source: ADMIN_SERVICES,
});
