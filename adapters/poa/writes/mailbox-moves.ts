import { type PanelWrites, toGlobalId, type UserError, type WriteResult } from '../../../src/model/index.js';
import type { ResultOf } from '../../../src/operation/operation.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import { getMailboxInfo, getMailboxStores, moveMailboxes } from '../operations/index.js';
import { applied, rejected } from './results.js';

/** What the reference says of each number, and what it means to a caller. */
const REASONS: Readonly<Record<number, readonly [UserError['code'], string]>> = {
  1: ['WRONG_STATE', 'The mailbox is being deleted.'],
  2: ['CONFLICT', 'The store is in another Active Directory domain.'],
  3: ['CONFLICT', 'The store has another version of Exchange.'],
  4: ['WRONG_STATE', 'The store that the mailbox is in has failed.'],
  5: ['QUOTA_EXCEEDED', 'The store has not enough space.'],
  6: ['NOT_FOUND', 'There is no such mailbox.'],
};

/** Moves what can be moved: a call that succeeds may still name mailboxes that stay where they are. */
export function mailboxMoveWrites(backend: string): PanelWrites {
  const idOf = (nativeId: string) => toGlobalId(backend, 'Mailbox', nativeId);

  function resultOf(mailboxIds: readonly string[], failed: ResultOf<typeof moveMailboxes>): WriteResult {
    const left = new Map(failed.map((row) => [String(row.mailbox_id), row.error_code]));
    const moved = mailboxIds.filter((id) => !left.has(id));
    const failures = [...left].map(([id, code]) => ({
      mailboxId: idOf(id),
      code,
      reason: REASONS[code]?.[1] ?? 'The panel does not say why.',
    }));
    const facts = { nodeLists: { mailboxes: moved.map(idOf) }, values: { failures } };
    if (left.size === 0) return applied(facts);
    const userErrors = [...left].map(([id, code]) => toUserError(mailboxIds.indexOf(id), code));
    return moved.length === 0 ? rejected(...userErrors) : { state: 'PARTIAL', facts, userErrors };
  }

  const toUserError = (index: number, errorCode: number): UserError => {
    const [code, message] = REASONS[errorCode] ?? ['REJECTED', 'The panel does not say why.'];
    return {
      code,
      message,
      field: index < 0 ? ['input', 'mailboxIds'] : ['input', 'mailboxIds', String(index)],
      native: { backend, method: moveMailboxes.method, code: String(errorCode), message: null },
    };
  };

  return {
    moveMailboxes: {
      run: ({ mailboxIds, storeId }, session) =>
        rejectedWhenRefused(async () => {
          const unique = [...new Set(mailboxIds)];
          await session.remember({ mailboxIds: unique, storeId });
          const failed = await session.send(moveMailboxes, {
            mailboxes: unique.map(Number),
            store: Number(storeId),
          });
          return resultOf(unique, failed);
        }),
      // Mailboxes name their store by host and name. Those that are not there yet may still be on their way.
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const store = (await read(getMailboxStores, {})).find(
          (row) => String(row.store_id) === snapshot.storeId,
        );
        if (store === undefined) return null;
        const mailboxIds = snapshot.mailboxIds as readonly string[];
        const mailboxes = await Promise.all(
          mailboxIds.map((id) => read(getMailboxInfo, { mailbox_id: Number(id) })),
        );
        const place = `${store.host_name}/${store.name}`;
        return mailboxes.every(({ store_display_name: name }) => name === place)
          ? resultOf(mailboxIds, [])
          : null;
      },
    },
  };
}
