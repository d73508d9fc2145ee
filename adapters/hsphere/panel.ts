import { BackendNotFoundError, BackendProtocolError, BadUserInputError } from '../../src/errors/index.js';
import type { Account, Panel } from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import { canonicalLong } from './canonical-long.js';
import { toAccount, toDiskQuotaKiB } from './mapping/account.js';
import * as hsphere from './operations/index.js';

/** Turns what the graph asks for into H-Sphere's calls, and its answers into records. Holds nothing but `call`. */
export function createHspherePanel(backend: string, call: Call): Panel {
  const getQuota = (accountId: string) => call(hsphere.getQuota, { accountId: BigInt(accountId) });

  return {
    find: {
      // No call describes an account; one that has a quota exists.
      Account: (nativeId) => nullIfNone(getQuota(nativeId).then(() => toAccount(backend, nativeId))),
    },
    // Records are whole as they are.
    detail: {},
    // No call leads from one account to another: each is its own, or nobody's.
    ownership: { root: 'Account', rules: {} },

    async accounts(owner) {
      // The panel lists the accounts of the login, and of nobody else.
      if (owner !== null) return null;
      const rows = await call(hsphere.getAccounts, {});
      return { whole: rows.map((row) => toListedAccount(backend, row)) };
    },
    async accountBySignup(signupId) {
      const id = canonicalLong(signupId);
      if (id === null) {
        throw new BadUserInputError('signupId must be a whole number from 1 to 2^63 - 1', ['signupId']);
      }
      const found = await nullIfNone(call(hsphere.searchAccIdBySignupId, { signupId: BigInt(id) }));
      // Panels have no account 0 and none below: an answer like that names none.
      return found === null || found < 1n ? null : toAccount(backend, String(found));
    },
    loginAvailable: (login) => call(hsphere.checkUser, { login }).then((taken) => !taken),
    diskQuotaKiB: ({ nativeId }) => nullIfNone(getQuota(nativeId).then(toDiskQuotaKiB)),
  };
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
