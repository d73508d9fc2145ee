import { type PanelWrites, toGlobalId, type WriteMethod } from '../../../src/model/index.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  addEmailAddresses,
  changePrimaryEmailAddress,
  disableForwarding,
  enableForwarding,
  getEmailAddresses,
  removeEmailAddresses,
} from '../operations/index.js';
import { isGiven } from './checks.js';
import { applied } from './results.js';

const MAX_ADDRESSES = 100;

/** Where the mail of a mailbox comes in and goes on to. No call reads its forwarding. */
export function mailboxAddressWrites(backend: string): PanelWrites {
  const done = (nativeId: string) =>
    applied({ nodes: { mailbox: toGlobalId(backend, 'Mailbox', nativeId) } });

  const setAddresses = (
    operation: typeof addEmailAddresses,
    areThere: boolean,
  ): WriteMethod<{ mailboxId: string; addresses: readonly string[] }> => ({
    check: ({ addresses }) =>
      addresses.length === 0 || addresses.length > MAX_ADDRESSES
        ? [invalid(`addresses takes 1 to ${MAX_ADDRESSES} addresses`, 'addresses')]
        : [],
    run: ({ mailboxId, addresses }, session) =>
      rejectedWhenRefused(async () => {
        await session.remember({ mailboxId, addresses });
        await session.send(operation, { mailbox_id: Number(mailboxId), email_addresses: addresses });
        return done(mailboxId);
      }),
    reconcile: async ({ snapshot }, read) => {
      if (snapshot === null) return null;
      const mailboxId = String(snapshot.mailboxId);
      const reply = await read(getEmailAddresses, { mailbox_id: Number(mailboxId) });
      const now = new Set([reply.primary_email_address, ...(reply.alt_email_addresses ?? [])].map(folded));
      const asked = snapshot.addresses as readonly string[];
      return asked.every((address) => now.has(folded(address)) === areThere) ? done(mailboxId) : null;
    },
  });

  return {
    addMailboxAddresses: setAddresses(addEmailAddresses, true),
    removeMailboxAddresses: setAddresses(removeEmailAddresses, false),

    setMailboxPrimaryAddress: {
      run: ({ mailboxId, address }, session) =>
        rejectedWhenRefused(async () => {
          await session.remember({ mailboxId, address });
          await session.send(changePrimaryEmailAddress, {
            mailbox_id: Number(mailboxId),
            email_address: address,
          });
          return done(mailboxId);
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const mailboxId = String(snapshot.mailboxId);
        const { primary_email_address: now } = await read(getEmailAddresses, {
          mailbox_id: Number(mailboxId),
        });
        return folded(now) === folded(String(snapshot.address)) ? done(mailboxId) : null;
      },
    },

    setMailboxForwarding: {
      run: ({ mailboxId, to, keepCopy }, session) =>
        rejectedWhenRefused(async () => {
          const mailbox = { mailbox_id: Number(mailboxId) };
          if (!isGiven(to)) await session.send(disableForwarding, mailbox);
          else {
            await session.send(enableForwarding, {
              ...mailbox,
              forwarding_email_address: to,
              store_messages_copy: keepCopy ?? true,
            });
          }
          return done(mailboxId);
        }),
    },
  };
}

/** Panels tell addresses apart by nothing but their letters. */
const folded = (address: string | null): string => (address ?? '').toLowerCase();
