import { BackendFaultError, OutcomeUnknownError } from '../../../src/errors/index.js';
import {
  type OtherWrites,
  type Snapshot,
  toGlobalId,
  type WriteMethod,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { beforeChange, isOurs } from '../../../src/writes/attribution.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import type { HsphereSettings } from '../config.js';
import { provesNothingDone } from '../errors.js';
import * as hsphere from '../operations/index.js';
import { isStillThere, readPresence } from './presence.js';

/** Deletes an account. Whether it is gone is read back by its absence, where its presence could be seen before. */
export function deletion(
  backend: string,
  { unexplainedRefusals }: Pick<HsphereSettings, 'unexplainedRefusals'>,
): WriteMethod<{ accountId: string }> {
  const deleted = (accountId: string): WriteResult => ({
    state: 'APPLIED',
    facts: { values: { deletedId: toGlobalId(backend, 'Account', accountId) } },
    changes: [nameOf(accountId)],
  });

  /** @throws the refusal when the account is there; {@link OutcomeUnknownError} when nobody can tell */
  async function throwUnlessGone(
    refusal: BackendFaultError,
    snapshot: Snapshot,
    { read, others }: WriteSession,
  ): Promise<void> {
    const wasSeen = snapshot.hasQuota === true || snapshot.isListed === true;
    const left = wasSeen ? await whatIsLeft(snapshot, read, others) : LEFT_UNSEEN[unexplainedRefusals];
    if (left === 'there') throw refusal;
    if (left === null) throw new OutcomeUnknownError(refusal.message, refusal.origin, { cause: refusal });
  }

  return {
    run: ({ accountId }, session) =>
      // Reading before it is refused too where there is no such account: nothing is sent then.
      rejectedWhenRefused(async () => {
        const before = await beforeChange(session.others, nameOf(accountId));
        const snapshot: Snapshot = { ...before, accountId, ...(await readPresence(accountId, session.read)) };
        await session.remember(snapshot);
        try {
          await session.send(hsphere.deleteAccount, { accountId: BigInt(accountId) });
        } catch (refusal) {
          if (!(refusal instanceof BackendFaultError) || provesNothingDone(refusal)) throw refusal;
          await throwUnlessGone(refusal, snapshot, session);
        }
        return deleted(accountId);
      }),
    async reconcile({ snapshot }, read, others) {
      if (snapshot === null) return null;
      switch (await whatIsLeft(snapshot, read, others)) {
        case 'there':
          return { state: 'REJECTED', userErrors: [] };
        case 'gone':
          return deleted(String(snapshot.accountId));
        default:
          return null;
      }
    },
  };
}

const nameOf = (accountId: string): string => `end of account ${accountId}`;

/** What a refusal leaves of an account that could not be seen before: as with all that no call reads back. */
const LEFT_UNSEEN = { rejected: 'there', unknown: null } as const;

/** @returns `null` where the panel does not show it, or it may be somebody else's doing */
async function whatIsLeft(
  snapshot: Snapshot,
  read: Call,
  others: OtherWrites,
): Promise<'there' | 'gone' | null> {
  const { accountId, hasQuota, isListed } = snapshot;
  const presence = { hasQuota: hasQuota === true, isListed: isListed === true };
  const isThere = await isStillThere(String(accountId), presence, read);
  if (isThere === null) return null;
  if (isThere) return 'there';
  return (await isOurs(others, snapshot)) ? 'gone' : null;
}
