const MAX_LONG = 2n ** 63n - 1n;

/**
 * The one spelling of a number that the panel gives: accounts and signups are 64-bit integers from 1 on.
 *
 * @returns `null` for what cannot be one, numbers with leading zeros among it
 */
export const canonicalLong = (text: string): string | null =>
  /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= MAX_LONG ? text : null;
