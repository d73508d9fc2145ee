import { BackendFaultError, BackendNotFoundError, OutcomeUnknownError } from '../../../src/errors/index.js';
import {
  type PanelWrites,
  toGlobalId,
  type WriteMethod,
  type WriteResult,
} from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import { provesNothingDone } from '../errors.js';
import * as hsphere from '../operations/index.js';
import type { SendUnread } from './send-unread.js';

/** No call tells whether an account is suspended; whether there is one, two calls can. */
export function accountWrites(backend: string, sendUnread: SendUnread): PanelWrites {
  const idOf = (accountId: string) => toGlobalId(backend, 'Account', accountId);
  const applied = (accountId: string): WriteResult => ({
    state: 'APPLIED',
    facts: { nodes: { account: idOf(accountId) } },
  });
  const deleted = (accountId: string): WriteResult => ({
    state: 'APPLIED',
    facts: { values: { deletedId: idOf(accountId) } },
  });

  const deleteAccount: WriteMethod<{ accountId: string }> = {
    run: ({ accountId }, session) =>
      // Reading before it is refused too where there is no such account: nothing is sent then.
      rejectedWhenRefused(async () => {
        const before: Presence = await readPresence(accountId, session.read);
        await session.remember({ accountId, ...before });
        try {
          await session.send(hsphere.deleteAccount, { accountId: BigInt(accountId) });
        } catch (refusal) {
          if (!(refusal instanceof BackendFaultError) || provesNothingDone(refusal)) throw refusal;
          await settleRefusal(refusal, accountId, before, session.read);
        }
        return deleted(accountId);
      }),
    async reconcile({ snapshot }, read) {
      if (snapshot === null) return null;
      const accountId = String(snapshot.accountId);
      const isThere = await isStillThere(
        accountId,
        { hasQuota: snapshot.hasQuota === true, isListed: snapshot.isListed === true },
        read,
      );
      if (isThere === null) return null;
      return isThere ? { state: 'REJECTED', userErrors: [] } : deleted(accountId);
    },
  };

  return {
    suspendAccount: {
      run: ({ accountId, reason }, session) =>
        rejectedWhenRefused(async () => {
          await sendUnread('the state of an account', () =>
            session.send(hsphere.suspendAccount, { accountId: BigInt(accountId), reason: reason ?? '' }),
          );
          return applied(accountId);
        }),
    },
    resumeAccount: {
      run: ({ accountId }, session) =>
        rejectedWhenRefused(async () => {
          await sendUnread('the state of an account', () =>
            session.send(hsphere.resumeAccount, { accountId: BigInt(accountId) }),
          );
          return applied(accountId);
        }),
    },
    deleteAccount,
  };
}

/** By which calls an account can be seen, so that its absence can be seen later. */
interface Presence {
  /** It has a quota. */
  readonly hasQuota: boolean;
  /** It is among the accounts of the login. */
  readonly isListed: boolean;
}

/** @throws {@link BackendNotFoundError} where a rule says that there is none */
async function readPresence(accountId: string, read: Call): Promise<Presence> {
  const [hasQuota, isListed] = await Promise.all([
    falseIfRefused(read(hsphere.getQuota, { accountId: BigInt(accountId) }).then(() => true)),
    falseIfRefused(read(hsphere.getAccounts, {}).then((rows) => rows.includes(BigInt(accountId)))),
  ]);
  return { hasQuota, isListed };
}

async function falseIfRefused(answer: Promise<boolean>): Promise<boolean> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof BackendFaultError && !(error instanceof BackendNotFoundError)) return false;
    throw error;
  }
}

/**
 * What an unexplained refusal left behind.
 *
 * @returns when the account is gone all the same
 * @throws the refusal when it is there, or never was; {@link OutcomeUnknownError} when that cannot be seen any more
 */
async function settleRefusal(
  refusal: BackendFaultError,
  accountId: string,
  before: Presence,
  read: Call,
): Promise<void> {
  const wasSeen = before.hasQuota || before.isListed;
  const isThere = wasSeen ? await isStillThere(accountId, before, read) : true;
  if (isThere === true) throw refusal;
  if (isThere === null) throw new OutcomeUnknownError(refusal.message, refusal.origin, { cause: refusal });
}

/** @returns `null` where the panel shows it in no way that it could be missed */
async function isStillThere(
  accountId: string,
  { hasQuota, isListed }: Presence,
  read: Call,
): Promise<boolean | null> {
  if (isListed) {
    const rows = await read(hsphere.getAccounts, {});
    if (rows.includes(BigInt(accountId))) return true;
    // A row that cannot be read can be the one that is looked for.
    return rows.some((row) => row instanceof Error) ? null : false;
  }
  if (!hasQuota) return null;
  try {
    await read(hsphere.getQuota, { accountId: BigInt(accountId) });
    return true;
  } catch (error) {
    if (error instanceof BackendNotFoundError) return false;
    if (error instanceof BackendFaultError) return null;
    throw error;
  }
}
