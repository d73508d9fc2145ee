import { enumOf } from './enum-of.js';

export const DebitStartEnum = enumOf('DebitStart', 'When a debit that comes again is charged.', {
  FIRST_OF_MONTH_PRORATED:
    'On the first day of each cycle; the first charge is made at once, for what is left of the cycle.',
  FIRST_OF_MONTH: 'On the first day of each cycle; the first charge is made at once, and in full.',
  NOW: 'On the day on which it was set, and on that day of each cycle.',
});
