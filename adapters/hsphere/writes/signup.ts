import { BackendFaultError, type CallOrigin, OutcomeUnknownError } from '../../../src/errors/index.js';
import {
  type CreateAccount,
  type PanelWrites,
  type Signup,
  toGlobalId,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call, ResultOf } from '../../../src/operation/operation.js';
import { toUserError } from '../../../src/writes/refusal.js';
import { Turns } from '../../../src/writes/turns.js';
import { canonicalLong } from '../canonical-long.js';
import type { HsphereSettings } from '../config.js';
import { isNoSuchAction, provesNothingDone } from '../errors.js';
import * as hsphere from '../operations/index.js';
import { signupErrors } from './signup-errors.js';
import { toRegistrantParams, toSignupParams } from './signup-params.js';

type Answer = ResultOf<typeof hsphere.signupUser>;

/** A sign-up makes a user and its first account. What came of one is read back by its login. */
export function signupWrites(backend: string, { role }: Pick<HsphereSettings, 'role'>): PanelWrites {
  const turns = new Turns();
  const origin: CallOrigin = { backend, method: hsphere.signupUser.method };

  const applied = (accountId: string | null, signupId: string | null): WriteResult => ({
    state: 'APPLIED',
    facts: {
      ...(accountId === null ? {} : { nodes: { account: toGlobalId(backend, 'Account', accountId) } }),
      ...(signupId === null ? {} : { values: { signupId } }),
    },
  });

  /** Where the login is a role already, its rights must not be left for those of another. */
  const findAccount = (login: string, read: Call) =>
    role === undefined ? nullIfFailed(onlyAccountOf(login, read)) : Promise.resolve(null);

  async function signUp(input: CreateAccount, signup: Signup, session: WriteSession): Promise<WriteResult> {
    const login = input.login ?? '';
    const wasFree = await isFree(login, session.read);
    if (wasFree === false) return taken(origin);
    await session.remember({ login, wasFree: wasFree === true });
    try {
      const told = readAnswer(await sendSignup(input, signup, session));
      if (told.accountId !== null) return applied(told.accountId, told.signupId);
      if (told.signupId !== null) {
        return applied(await nullIfFailed(accountOfSignup(told.signupId, session.read)), told.signupId);
      }
    } catch (error) {
      if (!(error instanceof BackendFaultError)) throw error;
      if (provesNothingDone(error)) return { state: 'REJECTED', userErrors: [toUserError(error)] };
      await session.remember({ login, wasFree: wasFree === true, isRefused: true });
      if (await nullIfFailed(isFree(login, session.read))) {
        return { state: 'REJECTED', userErrors: [toUserError(error)] };
      }
      throw new OutcomeUnknownError(
        `Backend ${backend} refused ${origin.method}, and the login may exist now all the same.`,
        origin,
        { cause: error },
      );
    }
    // Neither refused nor told what it is: that there is such a user now says that it is this one.
    if (wasFree !== true || (await nullIfFailed(isFree(login, session.read))) !== false) {
      throw new OutcomeUnknownError(`Backend ${backend} answered ${origin.method} with nothing.`, origin);
    }
    return applied(await findAccount(login, session.read), null);
  }

  return {
    createAccount: {
      check: signupErrors,
      run(input, session) {
        const { hsphere: signup, login } = input;
        if (signup == null) throw new Error('A sign-up without its data was let through.');
        return turns.take(login ?? '', () => signUp(input, signup, session));
      },
      async reconcile({ snapshot }, read) {
        // A login that existed before says nothing.
        if (snapshot?.wasFree !== true) return null;
        const login = String(snapshot.login);
        if (await isFree(login, read)) return { state: 'REJECTED', userErrors: [] };
        // Refused and there: part of it happened, or somebody else was faster.
        return snapshot.isRefused === true ? null : applied(await findAccount(login, read), null);
      },
    },
  };
}

const sendSignup = (input: CreateAccount, signup: Signup, { send }: WriteSession): Promise<Answer> => {
  const params = toSignupParams(input, signup);
  const names = toRegistrantParams(signup);
  return names.srsci === undefined && names.srsbi === undefined
    ? send(hsphere.signupUser, params)
    : send(hsphere.signupUserWithRegistrant, { ...params, ...names });
};

const taken = ({ backend }: CallOrigin): WriteResult => ({
  state: 'REJECTED',
  userErrors: [
    {
      code: 'TAKEN',
      message: 'The login is in use.',
      field: ['input', 'login'],
      native: { backend, method: hsphere.checkUser.method, code: null, message: null },
    },
  ],
});

/** @returns `null` where the panel has no call that tells: the oldest list of its actions lacks it */
async function isFree(login: string, read: Call): Promise<boolean | null> {
  try {
    return !(await read(hsphere.checkUser, { login }));
  } catch (error) {
    if (isNoSuchAction(error)) return null;
    throw error;
  }
}

/** Some panels name the account, others the sign-up alone. */
function readAnswer(answer: Answer): { accountId: string | null; signupId: string | null } {
  const numberOf = (wanted: string): string | null => {
    for (const row of answer ?? []) {
      if (!(row instanceof Error) && row.name === wanted) return canonicalLong(row.value?.trim() ?? '');
    }
    return null;
  };
  return { accountId: numberOf('accountId'), signupId: numberOf('signupId') };
}

async function accountOfSignup(signupId: string, read: Call): Promise<string | null> {
  const found = await read(hsphere.searchAccIdBySignupId, { signupId: BigInt(signupId) });
  return found === null ? null : canonicalLong(String(found));
}

async function onlyAccountOf(login: string, read: Call): Promise<string | null> {
  const [account, ...others] = await read(hsphere.getAccountsOfUser, { login });
  return typeof account === 'bigint' && others.length === 0 ? canonicalLong(String(account)) : null;
}

/** Nothing that fails afterwards makes what has happened less true. */
async function nullIfFailed<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}
