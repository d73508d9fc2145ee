import type { Account, Contact, Plan, User } from './records.js';

/** The administrator whose credentials a gateway in front of the sandbox is given. */
export const ADMINISTRATOR = { login: 'admin', password: 'sandbox-hsphere', accountId: 1n } as const;

/** Of all users but the administrator; H-Sphere takes 5 to 12 characters. */
export const USER_PASSWORD = 'sandbox-user';

export const PLANS: readonly Plan[] = [
  { planId: 7003, name: 'Unix hosting', periods: 2, billing: true, quotaKilobytes: 102_400 },
  { planId: 7004, name: 'Unix hosting, unbilled', periods: 1, billing: false, quotaKilobytes: 51_200 },
  { planId: 7005, name: 'Mail only', periods: 3, billing: true, quotaKilobytes: 20_480.5 },
];

interface SeedAccount {
  readonly accountId: bigint;
  readonly login: string;
  readonly organisation: string;
  readonly country: string;
  readonly planId: number;
  readonly quotaKilobytes: number;
  readonly suspendedFor?: string;
}

const SEED_ACCOUNTS: readonly SeedAccount[] = [
  seed(5001n, 'harbour', 'Harbour Radio', 'IE', 7003, 102_400),
  seed(5002n, 'lumina', 'Lumina Optics', 'NL', 7003, 512_000.5),
  // One user with two accounts: its tokens must name one.
  seed(5003n, 'fjord', 'Fjord Kayaks', 'NO', 7003, 204_800),
  seed(5004n, 'fjord', 'Fjord Kayaks Rentals', 'NO', 7004, 51_200),
  seed(5005n, 'orbital', 'Orbital Imaging', 'FR', 7003, 1.6e10),
  { ...seed(5006n, 'sundial', 'Sundial Watches', 'CH', 7003, 102_400), suspendedFor: 'unpaid invoice' },
  { ...seed(5007n, 'quarry', 'Quarry & Sons', 'GB', 7005, 20_480.5), suspendedFor: '' },
  seed(5008n, 'pebbles', 'Pebbles Kindergarten', 'DE', 7004, 0),
  seed(5009n, 'inkwell', 'Inkwell Press', 'AT', 7005, 0.1),
  seed(5010n, 'saffron', 'Saffron Kitchen', 'ES', 7003, 12_345_678.5),
  seed(5011n, 'tundra', 'Tundra Outfitters', 'FI', 7003, 307_200),
  // The same two customers have accounts on the other panels of the sandbox.
  seed(5012n, 'nordlicht', 'Nordlicht Verlag GmbH', 'DE', 7003, 2_097_152),
  seed(5013n, 'alpine', 'Alpine Tours Ltd', 'GB', 7003, 1_048_576),
];

/** Signup ids lie above 2^31, and those of the seed above 2^32: a long is 64 bits wide. */
const SIGNUP_ID_BASE = 4_294_967_296n;

function seed(
  accountId: bigint,
  login: string,
  organisation: string,
  country: string,
  planId: number,
  quotaKilobytes: number,
): SeedAccount {
  return { accountId, login, organisation, country, planId, quotaKilobytes };
}

/** A fresh copy of the accounts that every sandbox begins with. */
export function seedAccounts(): Account[] {
  return [
    account({
      ...seed(ADMINISTRATOR.accountId, ADMINISTRATOR.login, 'Sandbox Hosting', 'DE', 7004, 1_024_000),
    }),
    ...SEED_ACCOUNTS.map(account),
  ];
}

function account(from: SeedAccount): Account {
  const contact: Contact = { org_name: from.organisation, country: from.country };
  return {
    accountId: from.accountId,
    signupId: SIGNUP_ID_BASE + from.accountId,
    planId: from.planId,
    periodId: 0,
    description: from.organisation,
    contact,
    suspendedFor: from.suspendedFor ?? null,
    quotaKilobytes: from.quotaKilobytes,
    incomplete: false,
  };
}

/** A fresh copy of the users that every sandbox begins with. */
export function seedUsers(): User[] {
  const administrator: User = {
    userId: 1n,
    login: ADMINISTRATOR.login,
    password: ADMINISTRATOR.password,
    administrator: true,
    accountIds: [ADMINISTRATOR.accountId],
    customerAccountIds: SEED_ACCOUNTS.map(({ accountId }) => accountId),
  };
  const logins = [...new Set(SEED_ACCOUNTS.map(({ login }) => login))];
  const users = logins.map(
    (login, index): User => ({
      userId: 901n + BigInt(index),
      login,
      password: USER_PASSWORD,
      administrator: false,
      accountIds: SEED_ACCOUNTS.filter((held) => held.login === login).map(({ accountId }) => accountId),
      customerAccountIds: [],
    }),
  );
  return [administrator, ...users];
}
