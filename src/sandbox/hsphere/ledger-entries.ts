import type { LedgerEntry } from '../simulator.js';
import type { LedgerEntry as Change } from './records.js';

const METHODS: Readonly<Record<Change['kind'], string>> = {
  signup: 'signupUser',
  suspension: 'suspendAccount',
  resumption: 'resumeAccount',
  deletion: 'deleteAccount',
  quota: 'changeQuota',
  oneTimeDebit: 'oneTimeDebit',
  monthlyBasedDebit: 'monthlyBasedDebit',
  billingPeriodBasedDebit: 'billingPeriodBasedDebit',
  credit: 'addCredit',
};

/** Changes by the actions that made them, in a form that JSON can hold: numbers of 64 bits are their digits. */
export const toLedgerEntries = (changes: readonly Change[]): LedgerEntry[] =>
  changes.map(({ kind, ...params }) => ({
    method: METHODS[kind],
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? String(value) : value,
      ]),
    ),
  }));
