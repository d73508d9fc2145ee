import {
  type AddMonthlyDebit,
  type Booking,
  type DebitStart,
  type PanelWrites,
  toGlobalId,
  type UserError,
  type WriteMethod,
} from '../../../src/model/index.js';
import type { AnyOperation, ParamsOf } from '../../../src/operation/operation.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import type { HsphereSettings } from '../config.js';
import * as hsphere from '../operations/index.js';
import { amountErrors } from './amount.js';
import { unreadSender } from './send-unread.js';

const START_ON: Readonly<Record<DebitStart, number>> = {
  FIRST_OF_MONTH_PRORATED: 1,
  FIRST_OF_MONTH: 2,
  NOW: 3,
};

/** Debits and credits: no call reads any of them back, and nothing keeps the panel from booking one twice. */
export function billingWrites(
  backend: string,
  settings: Pick<HsphereSettings, 'unexplainedRefusals'>,
): PanelWrites {
  const sendUnread = unreadSender(settings);

  const booking = <I extends Booking, O extends AnyOperation>(
    operation: O,
    toParams: (input: I) => Omit<ParamsOf<O>, 'accountId' | 'amount' | 'description'>,
    check: (input: I) => readonly UserError[] = () => [],
  ): WriteMethod<I> => ({
    check: (input) => [...amountErrors(input.amount), ...check(input)],
    run: (input, session) =>
      rejectedWhenRefused(async () => {
        const { accountId, amount, description } = input;
        const params = { accountId: BigInt(accountId), amount, description, ...toParams(input) };
        // All bookings share the three members that are left out of what `toParams` gives.
        await sendUnread('debits and credits', () => session.send(operation, params as ParamsOf<O>));
        return {
          state: 'APPLIED',
          facts: { nodes: { account: toGlobalId(backend, 'Account', accountId) } },
        };
      }),
  });

  return {
    addCredit: booking(hsphere.addCredit, ({ text, referenceId }) => ({
      text: text ?? undefined,
      id: referenceId ?? undefined,
    })),
    addOneTimeDebit: booking(hsphere.oneTimeDebit, ({ note, sendInvoice, includeTaxes }) => ({
      note: note ?? undefined,
      isInvoice: sendInvoice ?? false,
      inclTaxes: includeTaxes ?? false,
    })),
    addMonthlyDebit: booking(hsphere.monthlyBasedDebit, toMonthlyParams, monthErrors),
    addBillingPeriodDebit: booking(hsphere.billingPeriodBasedDebit, ({ note, adminNote }) => ({
      note: note ?? undefined,
      adminNote: adminNote ?? undefined,
    })),
  };
}

const toMonthlyParams = ({
  durationMonths,
  frequencyMonths,
  startOn,
  infinite,
  note,
  adminNote,
  sendInvoice,
}: AddMonthlyDebit) => ({
  // Java has no null for it; what never ends lasts for one cycle at least.
  duration: durationMonths ?? frequencyMonths,
  frequency: frequencyMonths,
  note: note ?? undefined,
  adminNote: adminNote ?? undefined,
  startOn: START_ON[startOn],
  isInfinite: infinite ?? false,
  isInvoice: sendInvoice ?? false,
});

/** No order between the two is asked for: the vendor's own sample has a frequency above the duration. */
function monthErrors({ durationMonths, frequencyMonths, infinite }: AddMonthlyDebit): readonly UserError[] {
  const errors: UserError[] = [];
  if (frequencyMonths < 1) errors.push(invalid('frequencyMonths must be at least 1', 'frequencyMonths'));
  if (durationMonths == null) {
    if (infinite !== true)
      errors.push(invalid('durationMonths is required unless infinite', 'durationMonths'));
  } else if (durationMonths < 1) errors.push(invalid('durationMonths must be at least 1', 'durationMonths'));
  return errors;
}
