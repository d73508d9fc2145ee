import { type PanelWrites, toGlobalId, type WriteMethod } from '../../../src/model/index.js';
import type { ParamsOf } from '../../../src/operation/operation.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  disableAccount,
  enableAccount,
  getAccountInfo,
  promoteToReseller,
  removeAccount,
  setAccountInfo,
} from '../operations/index.js';
import { contactOf, fingerprint, getAccountRecord } from './account-record.js';
import { isGiven } from './checks.js';
import { contactErrors, mergeContact, missingOf } from './contact.js';
import { removal } from './removal.js';
import { applied, rejected } from './results.js';
import { lookUp } from './sighting.js';

/** Accounts that exist. No call tells whether one is suspended, so that what is lost on the way stays unknown. */
export function accountWrites(backend: string): PanelWrites {
  const account = (accountId: string) => toGlobalId(backend, 'Account', accountId);
  const done = (accountId: string) => applied({ nodes: { account: account(accountId) } });

  const plain = (
    operation: typeof enableAccount,
  ): WriteMethod<{ accountId: string; reason?: string | null }> => ({
    check: ({ reason }) => (isGiven(reason) ? [invalid('POA keeps no reason', 'reason')] : []),
    run: ({ accountId }, session) =>
      rejectedWhenRefused(async () => {
        await session.send(operation, { account_id: Number(accountId) });
        return done(accountId);
      }),
  });

  return {
    updateAccountContact: {
      check: ({ contact }) => [...contactErrors(contact, 'contact')],
      run: ({ accountId, contact }, session) =>
        rejectedWhenRefused(async () => {
          const record = await session.read(getAccountRecord, { account_id: Number(accountId) });
          const merged = mergeContact(contactOf(record), contact);
          const missing = [...missingOf(merged, 'contact')];
          if (missing.length > 0) return rejected(...missing);
          await session.remember({ accountId, contact: fingerprint(merged) });
          // `missingOf` has seen that all is there that the method requires.
          await session.send(setAccountInfo, {
            ...merged,
            account_id: Number(accountId),
          } as ParamsOf<typeof setAccountInfo>);
          return done(accountId);
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const accountId = String(snapshot.accountId);
        const record = await read(getAccountRecord, { account_id: Number(accountId) });
        return fingerprint(contactOf(record)) === snapshot.contact ? done(accountId) : null;
      },
    },
    suspendAccount: plain(disableAccount),
    resumeAccount: plain(enableAccount),
    promoteToReseller: {
      run: ({ accountId }, session) =>
        rejectedWhenRefused(async () => {
          await session.remember({ accountId });
          await session.send(promoteToReseller, { account_id: Number(accountId) });
          return done(accountId);
        }),
      reconcile: async ({ snapshot }, read) => {
        const accountId = String(snapshot?.accountId);
        const { account_type: type } = await read(getAccountInfo, { account_id: Number(accountId) });
        return type === 'R' ? done(accountId) : null;
      },
    },
    deleteAccount: removal({
      idOf: ({ accountId }: { accountId: string }) => accountId,
      toDeletedId: account,
      look: (read, accountId) => lookUp(read, getAccountInfo, { account_id: Number(accountId) }),
      remove: (send, accountId) => send(removeAccount, { account_id: Number(accountId) }),
    }),
  };
}
