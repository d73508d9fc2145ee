import type { AccountKind, AccountStatus, PackageStatus, UserError } from '../../../src/model/index.js';
import { invalid } from '../../../src/writes/refusal.js';
import { isGiven } from './results.js';

/** A number of the panel and its name. */
type Word = readonly [id: number, name: string];

/** The roles that the vendor describes; an account in another one could not be read back. */
const ROLES: Readonly<Partial<Record<AccountKind, Word>>> = {
  PROVIDER: [1, 'Administrator'],
  RESELLER: [2, 'Reseller'],
  CUSTOMER: [3, 'User'],
};

const ACCOUNT_STATUSES: Readonly<Partial<Record<AccountStatus, Word>>> = {
  ACTIVE: [1, 'Active'],
  SUSPENDED: [2, 'Suspended'],
  CANCELLED: [3, 'Cancelled'],
  PENDING: [4, 'Pending'],
};

const PACKAGE_STATUSES: Readonly<Partial<Record<PackageStatus, Word>>> = {
  ACTIVE: [1, 'Active'],
  SUSPENDED: [2, 'Suspended'],
  CANCELLED: [3, 'Cancelled'],
  NEW: [4, 'New'],
};

function wordOf<K extends string>(words: Readonly<Partial<Record<K, Word>>>, key: K): Word {
  const word = words[key];
  if (word === undefined) throw new Error(`No word of the panel stands for ${key}.`);
  return word;
}

export const roleOf = (kind: AccountKind): Word => wordOf(ROLES, kind);
export const accountStatusOf = (status: AccountStatus): Word => wordOf(ACCOUNT_STATUSES, status);
export const packageStatusOf = (status: PackageStatus): Word => wordOf(PACKAGE_STATUSES, status);

/** Refuses what the panel has no word for: it would store it, and then fail to show the object. */
function* unknownWord<K extends string>(
  words: Readonly<Partial<Record<K, Word>>>,
  key: K | null | undefined,
  field: string,
): Generator<UserError> {
  if (isGiven(key) && words[key] === undefined) {
    yield invalid(`${field} must be one of ${Object.keys(words).join(', ')} on MSPControl`, field);
  }
}

export const kindErrors = (kind: AccountKind | null | undefined) => unknownWord(ROLES, kind, 'kind');
export const accountStatusErrors = (status: AccountStatus | null | undefined) =>
  unknownWord(ACCOUNT_STATUSES, status, 'status');
export const packageStatusErrors = (status: PackageStatus | null | undefined) =>
  unknownWord(PACKAGE_STATUSES, status, 'status');
