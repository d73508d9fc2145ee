import type { Coverage } from '../coverage.js';
import { ACTIONS } from './actions.js';

/** Says the same whoever asks. */
const TYPED: ReadonlySet<string> = new Set(['getDescription']);

/** Accounts, users and quotas are kept; bookings go into the ledger, and no account has a balance that they change. */
export const HSPHERE_COVERAGE: Coverage = Object.fromEntries(
  [...ACTIONS.keys()].map((name) => [name, TYPED.has(name) ? 'typed' : 'stateful'] as const),
);
