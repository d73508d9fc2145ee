import type { Call, ResultOf } from '../../../src/operation/operation.js';
import { canonicalLong } from '../canonical-long.js';
import { isNoSuchAction } from '../errors.js';
import * as hsphere from '../operations/index.js';

/** What a panel names of a sign-up: account and sign-up, or the sign-up alone, as in the vendor's sample. */
export interface SignupAnswer {
  readonly accountId: string | null;
  readonly signupId: string | null;
}

export function readSignupAnswer(answer: ResultOf<typeof hsphere.signupUser>): SignupAnswer {
  const numberOf = (wanted: string): string | null => {
    for (const row of answer ?? []) {
      if (!(row instanceof Error) && row.name === wanted) return canonicalLong(row.value?.trim() ?? '');
    }
    return null;
  };
  return { accountId: numberOf('accountId'), signupId: numberOf('signupId') };
}

/** @returns `null` where the panel has no call that tells: the vendor's first list of its actions lacks it */
export async function isFree(login: string, read: Call): Promise<boolean | null> {
  try {
    return !(await read(hsphere.checkUser, { login }));
  } catch (error) {
    if (isNoSuchAction(error)) return null;
    throw error;
  }
}

export async function accountOfSignup(signupId: string, read: Call): Promise<string | null> {
  const found = await read(hsphere.searchAccIdBySignupId, { signupId: BigInt(signupId) });
  return found === null ? null : canonicalLong(String(found));
}

/** @returns `null` where the user has none, or several */
export async function onlyAccountOf(login: string, read: Call): Promise<string | null> {
  const [account, ...others] = await read(hsphere.getAccountsOfUser, { login });
  return typeof account === 'bigint' && others.length === 0 ? canonicalLong(String(account)) : null;
}
