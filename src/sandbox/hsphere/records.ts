/** Fields of a contact as they were sent; those that were not are null. */
export type Contact = Readonly<Record<string, string | null>>;

export interface User {
  readonly userId: bigint;
  readonly login: string;
  readonly password: string;
  readonly administrator: boolean;
  /** Accounts that the user holds. */
  readonly accountIds: bigint[];
  /** Accounts that an administrator has signed up for others. */
  readonly customerAccountIds: bigint[];
}

export interface Account {
  readonly accountId: bigint;
  readonly signupId: bigint;
  readonly planId: number;
  readonly periodId: number;
  readonly description: string | null;
  readonly contact: Contact;
  /** Reason of the suspension, which may be empty; `null` for an account that runs. */
  suspendedFor: string | null;
  /** Kilobytes. */
  quotaKilobytes: number;
  /** Signed up with the mod `empty` and without the pair that the vendor demands for it. */
  readonly incomplete: boolean;
}

export interface Plan {
  readonly planId: number;
  readonly name: string;
  /** Periods are counted from 0. */
  readonly periods: number;
  readonly billing: boolean;
  readonly quotaKilobytes: number;
}

/** What was changed, in the order in which it happened. Holds no password and no card. */
export type LedgerEntry =
  | { readonly kind: 'suspension'; readonly accountId: bigint; readonly reason: string }
  | { readonly kind: 'resumption' | 'deletion'; readonly accountId: bigint }
  | { readonly kind: 'quota'; readonly accountId: bigint; readonly kilobytes: number }
  | {
      readonly kind: 'signup';
      readonly accountId: bigint;
      readonly signupId: bigint;
      readonly userId: bigint;
      readonly login: string;
      readonly planId: number;
      readonly periodId: number;
      readonly mod: string | null;
      readonly paymentType: string | null;
    }
  | {
      readonly kind: 'oneTimeDebit';
      readonly accountId: bigint;
      readonly amount: number;
      readonly description: string | null;
      readonly note: string | null;
      readonly isInvoice: boolean;
      readonly inclTaxes: boolean;
    }
  | {
      readonly kind: 'monthlyBasedDebit';
      readonly accountId: bigint;
      readonly amount: number;
      readonly duration: number;
      readonly frequency: number;
      readonly description: string | null;
      readonly note: string | null;
      readonly adminNote: string | null;
      readonly startOn: number;
      readonly isInfinite: boolean;
      readonly isInvoice: boolean;
    }
  | {
      readonly kind: 'billingPeriodBasedDebit';
      readonly accountId: bigint;
      readonly amount: number;
      readonly description: string | null;
      readonly note: string | null;
      readonly adminNote: string | null;
    }
  | {
      readonly kind: 'credit';
      readonly accountId: bigint;
      readonly amount: number;
      readonly description: string | null;
      readonly text: string | null;
      readonly id: string | null;
    };
