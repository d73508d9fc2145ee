/** What one box costs, in cents, by its capacity in GB. The prices are the sandbox's own. */
const BOX_PRICES_MINOR: Readonly<Record<number, { readonly month: number; readonly year: number }>> = {
  1: { month: 10, year: 100 },
  10: { month: 30, year: 300 },
  25: { month: 60, year: 600 },
  50: { month: 100, year: 1_000 },
};

/** One ten-pack for one year, in cents. */
export const PACK_PRICE_MINOR = 995;

export type BillingPeriod = 'month' | 'year';

/** The price of `boxes` boxes for one period; `undefined` for a capacity that is not sold. */
export function boxesPriceMinor(
  capacityGiB: number,
  period: BillingPeriod,
  boxes: number,
): number | undefined {
  const price = BOX_PRICES_MINOR[capacityGiB];
  return price === undefined ? undefined : price[period] * boxes;
}
