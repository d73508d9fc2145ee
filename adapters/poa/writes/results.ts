import type { Facts, UserError, WriteResult } from '../../../src/model/index.js';

export const applied = (facts: Facts): WriteResult => ({ state: 'APPLIED', facts });

export const rejected = (...userErrors: readonly UserError[]): WriteResult => ({
  state: 'REJECTED',
  userErrors,
});

/** What the gateway finds out by asking the panel, before it sends anything. */
export const refusal = (
  code: UserError['code'],
  message: string,
  ...field: readonly string[]
): UserError => ({ code, message, field: ['input', ...field], native: null });
