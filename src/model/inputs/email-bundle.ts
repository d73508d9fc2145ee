export type EmailQuantityUnit = 'BOXES' | 'PACKS';
export type BillingPeriod = 'MONTH' | 'YEAR';

export interface PurchaseEmailBundle {
  readonly backend: string;
  /** Name of the domain, in any spelling. */
  readonly domain: string;
  readonly quantity: number;
  /** Default `BOXES`. */
  readonly quantityUnit?: EmailQuantityUnit | null;
  /** Default 1. */
  readonly capacityGiB?: number | null;
  /** Default `YEAR`. */
  readonly billingPeriod?: BillingPeriod | null;
  readonly endUserIp?: string | null;
}
