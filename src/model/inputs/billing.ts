export type DebitStart = 'FIRST_OF_MONTH_PRORATED' | 'FIRST_OF_MONTH' | 'NOW';

/** What debits and credits share. */
export interface Booking {
  readonly accountId: string;
  /** Exact decimal digits. */
  readonly amount: string;
  readonly description: string;
}

export interface AddCredit extends Booking {
  readonly text?: string | null;
  readonly referenceId?: string | null;
}

export interface AddOneTimeDebit extends Booking {
  readonly note?: string | null;
  /** Default `false`. */
  readonly sendInvoice?: boolean | null;
  /** Default `false`. */
  readonly includeTaxes?: boolean | null;
}

export interface AddMonthlyDebit extends Booking {
  readonly durationMonths?: number | null;
  readonly frequencyMonths: number;
  readonly note?: string | null;
  readonly adminNote?: string | null;
  readonly startOn: DebitStart;
  /** Default `false`. */
  readonly infinite?: boolean | null;
  /** Default `false`. */
  readonly sendInvoice?: boolean | null;
}

export interface AddBillingPeriodDebit extends Booking {
  readonly note?: string | null;
  readonly adminNote?: string | null;
}
