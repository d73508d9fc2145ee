import { BackendFaultError, type CallOrigin, OutcomeUnknownError } from '../../../src/errors/index.js';
import {
  type CreateAccount,
  type PanelWrites,
  type Signup,
  type Snapshot,
  toGlobalId,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { beforeChange, isOurs } from '../../../src/writes/attribution.js';
import { toUserError } from '../../../src/writes/refusal.js';
import { Turns } from '../../../src/writes/turns.js';
import type { HsphereSettings } from '../config.js';
import { provesNothingDone } from '../errors.js';
import * as hsphere from '../operations/index.js';
import { accountOfSignup, isFree, onlyAccountOf, readSignupAnswer } from './signup-answer.js';
import { signupErrors } from './signup-errors.js';
import { toSignupParams } from './signup-params.js';

const nameOf = (login: string): string => `login ${login}`;

/** A sign-up makes a user and its first account. What came of one is read back by its login. */
export function signupWrites(
  backend: string,
  { role, timeoutMs, writeTimeoutMs }: Pick<HsphereSettings, 'role' | 'timeoutMs' | 'writeTimeoutMs'>,
): PanelWrites {
  // Each waits for its place as long as it may take.
  const turns = new Turns(2 * (timeoutMs + writeTimeoutMs));
  const origin: CallOrigin = { backend, method: hsphere.signupUser.method };

  const applied = (login: string, accountId: string | null, signupId: string | null): WriteResult => ({
    state: 'APPLIED',
    facts: {
      ...(accountId === null ? {} : { nodes: { account: toGlobalId(backend, 'Account', accountId) } }),
      ...(signupId === null ? {} : { values: { signupId } }),
    },
    changes: [nameOf(login)],
  });

  /** Where the login is a role already, its rights must not be left for those of another. */
  const findAccount = (login: string, read: Call) =>
    role === undefined ? nullIfFailed(onlyAccountOf(login, read)) : Promise.resolve(null);

  async function signUp(input: CreateAccount, signup: Signup, session: WriteSession): Promise<WriteResult> {
    const login = input.login ?? '';
    const before = await beforeChange(session.others, nameOf(login));
    const wasFree = await isFree(login, session.read);
    if (wasFree === false) return taken(backend);
    const snapshot: Snapshot = { ...before, login, wasFree: wasFree === true };
    await session.remember(snapshot);
    try {
      const told = readSignupAnswer(await session.send(hsphere.signupUser, toSignupParams(input, signup)));
      if (told.accountId !== null) return applied(login, told.accountId, told.signupId);
      if (told.signupId !== null) {
        const accountId = await nullIfFailed(accountOfSignup(told.signupId, session.read));
        return applied(login, accountId, told.signupId);
      }
    } catch (error) {
      if (!(error instanceof BackendFaultError)) throw error;
      if (!provesNothingDone(error)) await refuseIfFree(error, snapshot, session);
      return { state: 'REJECTED', userErrors: [toUserError(error)] };
    }
    // Neither refused nor told what it is: a user that is there now, and is nobody else's, says that it is this one.
    const isThere = wasFree === true && (await nullIfFailed(isFree(login, session.read))) === false;
    if (isThere && (await nullIfFailed(isOurs(session.others, snapshot)))) {
      return applied(login, await findAccount(login, session.read), null);
    }
    throw new OutcomeUnknownError(`Backend ${backend} answered ${origin.method} with nothing.`, origin);
  }

  /** An exception that nobody has explained is a refusal where it left no user behind. */
  async function refuseIfFree(
    cause: BackendFaultError,
    snapshot: Snapshot,
    session: WriteSession,
  ): Promise<void> {
    await session.remember({ ...snapshot, isRefused: true });
    if ((await nullIfFailed(isFree(String(snapshot.login), session.read))) === true) return;
    throw new OutcomeUnknownError(
      `Backend ${backend} refused ${origin.method}, and the login may exist now all the same.`,
      origin,
      { cause },
    );
  }

  return {
    createAccount: {
      check: signupErrors,
      run(input, session) {
        const { hsphere: signup, login } = input;
        if (signup == null) throw new Error('A sign-up without its data was let through.');
        return turns.take(login ?? '', () => signUp(input, signup, session));
      },
      async reconcile({ snapshot }, read, others) {
        // A login that existed before says nothing.
        if (snapshot?.wasFree !== true) return null;
        const login = String(snapshot.login);
        if (await isFree(login, read)) return { state: 'REJECTED', userErrors: [] };
        // Refused and there: part of it happened, or somebody else was faster.
        if (snapshot.isRefused === true || !(await isOurs(others, snapshot))) return null;
        return applied(login, await findAccount(login, read), null);
      },
    },
  };
}

const taken = (backend: string): WriteResult => ({
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

/** Nothing that fails afterwards makes what has happened less true. */
async function nullIfFailed<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}
