import type { UserError } from '../../../src/model/index.js';
import type { WallClock } from '../../../src/wire/wall-clock.js';
import { invalid } from '../../../src/writes/refusal.js';
import { isGiven } from './results.js';

/** The database knows no days before this year. */
const FIRST_YEAR = 1753;

export function* purchaseDateErrors(purchasedAt: string | null | undefined): Generator<UserError> {
  if (isGiven(purchasedAt) && new Date(purchasedAt).getUTCFullYear() <= FIRST_YEAR) {
    yield invalid(`purchasedAt must be after the year ${FIRST_YEAR}`, 'purchasedAt');
  }
}

/** As the panel's clock shows it, which is how it takes and keeps it. */
export const toPurchaseDate = (clock: WallClock, purchasedAt: string): string =>
  clock.fromInstant(Date.parse(purchasedAt));
