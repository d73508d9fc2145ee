import { type PanelWrites, toGlobalId, type WriteSession } from '../../../src/model/index.js';
import type { ParamsOf } from '../../../src/operation/operation.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  addAccountMember,
  batchRequest,
  getAccountMemberByLogin,
  removeAccountMember,
  setMemberInfo,
  setMemberPassword,
} from '../operations/index.js';
import { chosenId, isGiven } from './checks.js';
import { contactErrors, mergeContact, missingOf } from './contact.js';
import { askForUserId, memberErrors, memberFact, memberOf, memberParams } from './new-account.js';
import { applied, refusal, rejected } from './results.js';
import { lookUp } from './sighting.js';

/** Persons who log in for an account. Methods know them by login alone, whichever account they belong to. */
export function accountMemberWrites(backend: string): PanelWrites {
  const account = (accountId: string) => toGlobalId(backend, 'Account', accountId);
  const done = (accountId: string, login: string, userId: number) =>
    applied({
      nodes: { account: account(accountId) },
      values: { member: memberFact(backend, login, accountId, userId) },
    });

  /** The number of a member of this account; `null` when the login is another account's. */
  async function ownUserId(session: WriteSession, login: string, accountId: string): Promise<number | null> {
    const member = await session.read(getAccountMemberByLogin, { login });
    return String(member.account_id) === accountId ? member.user_id : null;
  }
  const notIts = rejected(refusal('NOT_FOUND', 'The account has no member with this login.', 'login'));

  return {
    setAccountPassword: {
      check: ({ login }) => (isGiven(login) ? [] : [invalid('login is required on POA', 'login')]),
      run: ({ accountId, login, password, checkQuality }, session) =>
        rejectedWhenRefused(async () => {
          if (!isGiven(login) || (await ownUserId(session, login, accountId)) === null) return notIts;
          await session.send(setMemberPassword, {
            login,
            password,
            check_password: checkQuality ?? undefined,
          });
          return applied({ nodes: { account: account(accountId) } });
        }),
    },

    addAccountMember: {
      check: (input) => [...memberErrors(input, 'contact'), ...chosenId(input.nativeId, 'nativeId')],
      run: ({ accountId, ...member }, session) =>
        rejectedWhenRefused(async () => {
          const { login } = member;
          const taken = await lookUp(session.read, getAccountMemberByLogin, { login });
          if (taken.is === 'there') return rejected(refusal('TAKEN', 'The login is in use.', 'login'));
          if (taken.is === 'absent') await session.remember({ accountId, login });
          const reply = await session.send(addAccountMember, memberParams(Number(accountId), member));
          const userId = reply?.user_id ?? (await askForUserId(session.read, login));
          return userId === null ? applied({}) : done(accountId, login, userId);
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const [accountId, login] = [String(snapshot.accountId), String(snapshot.login)];
        const member = await memberOf(read, login);
        return member?.accountId === accountId ? done(accountId, login, member.userId) : null;
      },
    },

    /** No call reads a member's contact or password, so what is lost on the way stays unknown. */
    updateAccountMember: {
      check: ({ contact, password }) => {
        if (!isGiven(contact)) {
          return isGiven(password) ? [] : [invalid('contact or password is required', 'contact')];
        }
        return [...contactErrors(contact, 'contact'), ...missingOf(mergeContact(null, contact), 'contact')];
      },
      run: ({ accountId, login, contact, password, checkQuality }, session) =>
        rejectedWhenRefused(async () => {
          const userId = await ownUserId(session, login, accountId);
          if (userId === null) return notIts;
          // The check has seen that the contact is whole.
          const info = isGiven(contact)
            ? ({ ...mergeContact(null, contact), login } as ParamsOf<typeof setMemberInfo>)
            : null;
          const auth = isGiven(password)
            ? { login, password, check_password: checkQuality ?? undefined }
            : null;
          if (info !== null && auth !== null) {
            await session.send(batchRequest, {
              calls: [
                { operation: setMemberInfo, params: info },
                { operation: setMemberPassword, params: auth },
              ],
            });
          } else if (info !== null) await session.send(setMemberInfo, info);
          else if (auth !== null) await session.send(setMemberPassword, auth);
          return done(accountId, login, userId);
        }),
    },

    removeAccountMember: {
      run: ({ accountId, login }, session) =>
        rejectedWhenRefused(async () => {
          const userId = await ownUserId(session, login, accountId);
          if (userId === null) return notIts;
          await session.remember({ accountId, login, userId });
          await session.send(removeAccountMember, { user_id: userId });
          return removed(accountId, userId);
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const now = await lookUp(read, getAccountMemberByLogin, { login: String(snapshot.login) });
        const userId = Number(snapshot.userId);
        // Its login may have been given to somebody else since.
        const isGone = now.is === 'absent' || (now.is === 'there' && now.answer.user_id !== userId);
        return isGone ? removed(String(snapshot.accountId), userId) : null;
      },
    },
  };

  function removed(accountId: string, userId: number) {
    return applied({
      nodes: { account: account(accountId) },
      values: { deletedId: toGlobalId(backend, 'AccountMember', String(userId)) },
    });
  }
}
