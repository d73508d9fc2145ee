import { BackendNotFoundError, BackendProtocolError, BadUserInputError } from '../../src/errors/index.js';
import type { Account, Details, Finders, Listing, Ownership, Panel } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import { canonicalLong } from './canonical-long.js';
import { toAccount, toDiskQuotaKiB } from './mapping/account.js';
import * as hsphere from './operations/index.js';

/** Records are whole as they are. */
const NO_DETAILS: Details = {};
/** No call leads from one account to another: each is its own, or nobody's. */
const OWNERSHIP: Ownership = { root: 'Account', rules: {} };

/** Turns what the graph asks for into H-Sphere's calls, and its answers into records. */
export class HspherePanel implements Panel {
  readonly find: HsphereFinders;

  constructor(
    private readonly backend: string,
    private readonly call: Call,
  ) {
    this.find = new HsphereFinders(backend, call);
  }

  get detail(): Details {
    return NO_DETAILS;
  }

  get ownership(): Ownership {
    return OWNERSHIP;
  }

  async accounts(owner: string | null): Promise<Listing<Account> | null> {
    // The panel lists the accounts of the login, and of nobody else.
    if (owner !== null) return null;
    const rows = await this.call(hsphere.getAccounts, {});
    return { whole: rows.map((row) => toListedAccount(this.backend, row)) };
  }

  async accountBySignup(signupId: string): Promise<Account | null> {
    const id = canonicalLong(signupId);
    if (id === null) {
      throw new BadUserInputError('signupId must be a whole number from 1 to 2^63 - 1', ['signupId']);
    }
    const found = await nullIfNone(this.call(hsphere.searchAccIdBySignupId, { signupId: BigInt(id) }));
    // Panels have no account 0 and none below: an answer like that names none.
    return found === null || found < 1n ? null : toAccount(this.backend, String(found));
  }

  async loginAvailable(login: string): Promise<boolean> {
    return !(await this.call(hsphere.checkUser, { login }));
  }

  diskQuotaKiB({ nativeId }: Account): Promise<number | null> {
    return nullIfNone(this.call(hsphere.getQuota, { accountId: BigInt(nativeId) }).then(toDiskQuotaKiB));
  }
}

class HsphereFinders implements Finders {
  constructor(
    private readonly backend: string,
    private readonly call: Call,
  ) {}

  /** No call describes an account; one that has a quota exists. */
  Account(nativeId: string): Promise<Account | null> {
    const quota = this.call(hsphere.getQuota, { accountId: BigInt(nativeId) });
    return nullIfNone(quota.then(() => toAccount(this.backend, nativeId)));
  }
}

function toListedAccount(backend: string, row: bigint | Error): Account | Error {
  if (typeof row === 'bigint' && row > 0n) return toAccount(backend, String(row));
  const origin = { backend, method: hsphere.getAccounts.method };
  return new BackendProtocolError(
    `Backend ${backend} listed an account whose number cannot be one.`,
    origin,
    typeof row === 'bigint' ? {} : { cause: row },
  );
}

/** A miss that a rule names as one is no error. */
async function nullIfNone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendNotFoundError) return null;
    throw error;
  }
}
