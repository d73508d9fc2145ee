import { enumOf } from './enum-of.js';

export const EmailQuantityUnitEnum = enumOf('EmailQuantityUnit', 'What a quantity of email counts.', {
  BOXES: 'Mailboxes.',
  PACKS: 'Packs of ten mailboxes.',
});

export const BillingPeriodEnum = enumOf('BillingPeriod', 'For how long something is paid at once.', {
  MONTH: 'One month.',
  YEAR: 'One year.',
});
