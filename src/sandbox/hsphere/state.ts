import type { Account, LedgerEntry, Plan, User } from './records.js';
import { refusal } from './refusal.js';
import { PLANS, seedAccounts, seedUsers } from './seed.js';

const FIRST_NEW_ACCOUNT_ID = 5101n;
const FIRST_NEW_USER_ID = 1001n;
const FIRST_NEW_SIGNUP_ID = 4_300_000_001n;

/** What a new account is made of; its ids are given by the panel. */
export type NewAccount = Omit<Account, 'accountId' | 'signupId' | 'suspendedFor'> &
  Pick<User, 'login' | 'password'>;

/** The panel's data, in memory. */
export class HsphereState {
  readonly users = new Map<string, User>();
  readonly accounts = new Map<bigint, Account>();
  readonly ledger: LedgerEntry[] = [];
  readonly plans: ReadonlyMap<number, Plan> = new Map(PLANS.map((plan) => [plan.planId, plan]));
  private created = 0n;

  constructor() {
    this.reset();
  }

  /** Back to the seed data, with an empty ledger. */
  reset(): void {
    this.users.clear();
    this.accounts.clear();
    this.ledger.length = 0;
    this.created = 0n;
    for (const user of seedUsers()) this.users.set(user.login, user);
    for (const account of seedAccounts()) this.accounts.set(account.accountId, account);
  }

  /** @throws {@link AxisFault} if the account does not exist or no longer does */
  account(accountId: bigint): Account {
    const account = this.accounts.get(accountId);
    if (account === undefined) throw refusal('AccountNotFoundException', `There is no account ${accountId}.`);
    return account;
  }

  bySignup(signupId: bigint): Account | undefined {
    return [...this.accounts.values()].find((account) => account.signupId === signupId);
  }

  holderOf(accountId: bigint): User | undefined {
    return [...this.users.values()].find(({ accountIds }) => accountIds.includes(accountId));
  }

  /** Makes a user with one account, on behalf of `administrator`. The login must be free. */
  create(from: NewAccount, administrator: User): { readonly account: Account; readonly user: User } {
    const { login, password, ...rest } = from;
    const account: Account = {
      ...rest,
      accountId: FIRST_NEW_ACCOUNT_ID + this.created,
      signupId: FIRST_NEW_SIGNUP_ID + this.created,
      suspendedFor: null,
    };
    const user: User = {
      userId: FIRST_NEW_USER_ID + this.created,
      login,
      password,
      administrator: false,
      accountIds: [account.accountId],
      customerAccountIds: [],
    };
    this.created += 1n;
    this.accounts.set(account.accountId, account);
    this.users.set(login, user);
    administrator.customerAccountIds.push(account.accountId);
    return { account, user };
  }

  /** Removes an account, and the user whose last it was. */
  remove(accountId: bigint): void {
    this.accounts.delete(accountId);
    for (const user of this.users.values()) {
      removeFrom(user.accountIds, accountId);
      removeFrom(user.customerAccountIds, accountId);
      if (user.accountIds.length === 0) this.users.delete(user.login);
    }
  }
}

function removeFrom(ids: bigint[], id: bigint): void {
  const index = ids.indexOf(id);
  if (index !== -1) ids.splice(index, 1);
}
