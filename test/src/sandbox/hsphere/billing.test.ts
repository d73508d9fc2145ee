import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHsphereSimulator, type HsphereSimulator } from '../../../../src/sandbox/hsphere/server.js';
import { accountId, call, emptyReply, faultString, typed } from './hand-written.js';

let panel: HsphereSimulator;
beforeAll(async () => {
  panel = await createHsphereSimulator();
});
beforeEach(() => panel.reset());
afterAll(() => panel.close());

describe('billing', () => {
  const booking =
    accountId(5012) + typed('amount', 'double', '19.95') + typed('description', 'string', 'Setup');
  const note = typed('note', 'string', 'Danke!');
  const adminNote = typed('adminNote', 'string', 'agreed by phone');
  const monthly = (duration: number, frequency: number, startOn: number, isInfinite: boolean) =>
    booking +
    note +
    adminNote +
    typed('duration', 'int', duration) +
    typed('frequency', 'int', frequency) +
    typed('startOn', 'int', startOn) +
    typed('isInfinite', 'boolean', isInfinite) +
    typed('isInvoice', 'boolean', true);

  it('books a one-time debit', async () => {
    const flags = typed('isInvoice', 'boolean', true) + typed('inclTaxes', 'boolean', false);
    const answer = await call(panel, 'oneTimeDebit', booking + note + flags);
    expect(answer.text).toMatch(emptyReply('oneTimeDebit'));
    expect(panel.state.ledger).toEqual([
      {
        kind: 'oneTimeDebit',
        accountId: 5012n,
        amount: 19.95,
        description: 'Setup',
        note: 'Danke!',
        isInvoice: true,
        inclTaxes: false,
      },
    ]);
  });

  it('books a monthly debit', async () => {
    const answer = await call(panel, 'monthlyBasedDebit', monthly(12, 3, 2, false));
    expect(answer.text).toMatch(emptyReply('monthlyBasedDebit'));
    expect(panel.state.ledger).toEqual([
      {
        kind: 'monthlyBasedDebit',
        accountId: 5012n,
        amount: 19.95,
        description: 'Setup',
        duration: 12,
        frequency: 3,
        note: 'Danke!',
        adminNote: 'agreed by phone',
        startOn: 2,
        isInfinite: false,
        isInvoice: true,
      },
    ]);
  });

  it('takes an endless monthly debit whose frequency is above its duration', async () => {
    expect((await call(panel, 'monthlyBasedDebit', monthly(0, 9, 1, true))).status).toBe(200);
  });

  it.each([
    ['startOn is 1, 2 or 3.', monthly(12, 3, 4, false)],
    ['frequency is at least one month.', monthly(12, 0, 1, true)],
    ['duration is at least one month.', monthly(0, 3, 1, false)],
  ])('refuses a monthly debit where %s', async (message, parameters) => {
    const answer = await call(panel, 'monthlyBasedDebit', parameters);
    expect(faultString(answer)).toBe(`psoft.hsphere.sandbox.ValidationException: ${message}`);
    expect(panel.state.ledger).toEqual([]);
  });

  it('books a debit of each billing period', async () => {
    const answer = await call(panel, 'billingPeriodBasedDebit', booking + note + adminNote);
    expect(answer.text).toMatch(emptyReply('billingPeriodBasedDebit'));
    expect(panel.state.ledger).toMatchObject([
      { kind: 'billingPeriodBasedDebit', adminNote: 'agreed by phone' },
    ]);
  });

  it('credits as often as it is asked, whatever the id says', async () => {
    const credit = booking + typed('text', 'string', 'goodwill') + typed('id', 'string', 'INV-7');
    for (const _ of [1, 2]) {
      expect((await call(panel, 'addCredit', credit)).text).toMatch(emptyReply('addCredit'));
    }
    expect(panel.state.ledger).toHaveLength(2);
    expect(panel.state.ledger[1]).toEqual({
      kind: 'credit',
      accountId: 5012n,
      amount: 19.95,
      description: 'Setup',
      text: 'goodwill',
      id: 'INV-7',
    });
  });

  it('books nothing for an account that does not exist', async () => {
    const nowhere = accountId(404) + typed('amount', 'double', '1') + typed('description', 'string', 'x');
    expect((await call(panel, 'addCredit', nowhere)).status).toBe(500);
    expect(panel.state.ledger).toEqual([]);
  });
});
