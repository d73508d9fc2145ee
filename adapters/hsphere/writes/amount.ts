import type { UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';

/** As many as every double holds exactly as they were written. */
const MAX_DIGITS = 15;

/** @param amount - decimal digits */
export function amountErrors(amount: string): readonly UserError[] {
  if (!(Number(amount) > 0)) return [invalid('amount must be more than 0', 'amount')];
  const digits = significantDigits(amount);
  return digits <= MAX_DIGITS
    ? []
    : [invalid(`amount has ${digits} significant digits, and the panel keeps ${MAX_DIGITS}`, 'amount')];
}

/** Zeros at either end change no double. */
function significantDigits(amount: string): number {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole}${fraction}`.replace(/^0+/, '').replace(/0+$/, '').length;
}
