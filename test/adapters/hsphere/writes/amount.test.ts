import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountErrors } from '../../../../adapters/hsphere/writes/amount.js';

describe('an amount', () => {
  it.each([
    '0.01',
    '19.95',
    '1',
    '123456789012345',
    '0.00123456789012345',
    '100000000000000000000',
    '007.5000000000000000',
  ])('of %s is kept exactly', (amount) => expect(amountErrors(amount)).toEqual([]));

  it.each(['0', '0.000', '-1', '-0.01', '-0'])('of %s moves nothing', (amount) => {
    expect(amountErrors(amount)).toMatchObject([
      { code: 'INVALID', message: 'amount must be more than 0', field: ['input', 'amount'] },
    ]);
  });

  it.each(['1234567890.123456', '1000000000000001', '0.1234567890123456'])(
    'of %s has digits too many',
    (amount) => {
      expect(amountErrors(amount)).toMatchObject([
        { message: expect.stringContaining('16 significant digits') },
      ]);
    },
  );

  it('that is let through is the same after it was a double', () => {
    const amounts = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 16n }),
      fc.bigInt({ min: 0n, max: 10n ** 16n }),
    );
    fc.assert(
      fc.property(amounts, ([whole, fraction]) => {
        const amount = `${whole}.${fraction}`;
        fc.pre(amountErrors(amount).length === 0);
        const digits = amount.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
        const [kept = ''] = Number(amount).toExponential(14).split('e');
        expect(kept.replace('.', '').replace(/0+$/, '')).toBe(digits);
      }),
      { numRuns: 500 },
    );
  });
});
