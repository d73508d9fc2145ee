import {
  type CreateMailbox,
  type Fact,
  type PanelWrites,
  toGlobalId,
  type UpdateMailbox,
  type UserError,
} from '../../../src/model/index.js';
import type { ParamsOf } from '../../../src/operation/operation.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import {
  addMailbox,
  changeUserPassword,
  getMailboxByEmailAddress,
  getMailboxInfo,
  modifyMailbox,
  removeMailbox,
} from '../operations/index.js';
import { count, foreign, isGiven } from './checks.js';
import { removal } from './removal.js';
import { applied, refusal, rejected } from './results.js';
import { lookUp } from './sighting.js';

const DELETING = 2;
const SIZES = [
  'sizeLimitKiB',
  'warningLimitKiB',
  'prohibitSendLimitKiB',
  'incomingItemMaxKiB',
  'outgoingItemMaxKiB',
  'maxRecipients',
  'keepDeletedDays',
] as const;

/** Exchange mailboxes of service users. */
export function mailboxWrites(backend: string): PanelWrites {
  const idOf = (nativeId: string) => toGlobalId(backend, 'Mailbox', nativeId);
  const done = (nativeId: string) => applied({ nodes: { mailbox: idOf(nativeId) } });

  return {
    createMailbox: {
      check: (input) => [...newMailboxErrors(input)],
      run: (input, session) =>
        rejectedWhenRefused(async () => {
          const { address } = input;
          const taken = await lookUp(session.read, getMailboxByEmailAddress, { email_address: address });
          if (taken.is === 'there') return rejected(refusal('TAKEN', 'The address is in use.', 'address'));
          if (taken.is === 'absent') {
            await session.remember({ address, serviceUserId: input.serviceUserId ?? null });
          }
          const { mailbox_id: mailboxId } = await session.send(addMailbox, newMailboxParams(input));
          return done(String(mailboxId));
        }),
      // Nobody had the address before.
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const found = await lookUp(read, getMailboxByEmailAddress, {
          email_address: String(snapshot.address),
        });
        if (found.is !== 'there') return null;
        const { mailbox_id: mailboxId } = found.answer;
        const { user_id: userId } = await read(getMailboxInfo, { mailbox_id: mailboxId });
        return String(userId) === snapshot.serviceUserId ? done(String(mailboxId)) : null;
      },
    },

    updateMailbox: {
      check: (input) => [...mailboxErrors(input)],
      run: (input, session) =>
        rejectedWhenRefused(async () => {
          const { mailboxId } = input;
          const changes = changedMembers(input);
          await session.remember({ mailboxId, changes });
          // Its members are those of the shape.
          await session.send(modifyMailbox, {
            ...changes,
            mailbox_id: Number(mailboxId),
          } as ParamsOf<typeof modifyMailbox>);
          return done(mailboxId);
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const mailboxId = String(snapshot.mailboxId);
        const now: Readonly<Record<string, unknown>> = await read(getMailboxInfo, {
          mailbox_id: Number(mailboxId),
        });
        const changes = Object.entries(snapshot.changes as Readonly<Record<string, Fact>>);
        return changes.every(([name, value]) => now[name] === value) ? done(mailboxId) : null;
      },
    },

    deleteMailbox: removal({
      idOf: ({ mailboxId }: { mailboxId: string }) => mailboxId,
      toDeletedId: idOf,
      look: (read, id) => lookUp(read, getMailboxInfo, { mailbox_id: Number(id) }),
      remove: (send, id) => send(removeMailbox, { mailbox_id: Number(id) }),
      isGoing: ({ status }) => status === DELETING,
    }),

    /** A mailbox has no password of its own. */
    setMailboxPassword: {
      run: ({ mailboxId, password }, session) =>
        rejectedWhenRefused(async () => {
          const { user_id: userId } = await session.read(getMailboxInfo, { mailbox_id: Number(mailboxId) });
          if (userId === null) {
            return rejected(refusal('WRONG_STATE', 'The mailbox has no service user.', 'mailboxId'));
          }
          await session.send(changeUserPassword, { user_id: userId, password });
          return done(mailboxId);
        }),
    },
  };
}

function* newMailboxErrors(input: CreateMailbox): Generator<UserError> {
  yield* foreign(input, {
    bundleId: undefined,
    password: undefined,
    displayName: undefined,
    administrator: undefined,
    forwardTo: undefined,
  });
  for (const member of ['serviceUserId', 'alias', 'protocols', 'sizeLimitKiB'] as const) {
    if (!isGiven(input[member])) yield invalid(`${member} is required on POA`, member);
  }
  yield* count(input.sizeLimitKiB, 'sizeLimitKiB');
}

function* mailboxErrors(input: UpdateMailbox): Generator<UserError> {
  if (Object.keys(changedMembers(input)).length === 0)
    yield invalid('there is nothing to change', 'mailboxId');
  for (const member of SIZES) yield* count(input[member], member);
}

/** All of it has been seen to be there by the check. */
function newMailboxParams(input: CreateMailbox): ParamsOf<typeof addMailbox> {
  const { owa, mapi, activeSync, imap4, pop3 } = input.protocols ?? {};
  return {
    user_id: Number(input.serviceUserId),
    alias: input.alias ?? '',
    primary_email_address: input.address,
    owa: owa ?? false,
    mapi: mapi ?? false,
    active_sync: activeSync ?? false,
    imap4: imap4 ?? false,
    pop3: pop3 ?? false,
    size_limit: Number(input.sizeLimitKiB),
    alt_email_addresses: input.otherAddresses ?? undefined,
    skip_initialization: input.skipInitialization ?? undefined,
  };
}

/** In the panel's members, which are the same in what is set and in what is read. */
function changedMembers(input: UpdateMailbox): Readonly<Record<string, string | number | boolean>> {
  const { protocols } = input;
  const members = {
    alias: input.alias,
    owa: protocols?.owa,
    mapi: protocols?.mapi,
    active_sync: protocols?.activeSync,
    imap4: protocols?.imap4,
    pop3: protocols?.pop3,
    warning_limit: input.warningLimitKiB,
    prohibit_send_limit: input.prohibitSendLimitKiB,
    size_limit: input.sizeLimitKiB,
    incoming_item_max_size: input.incomingItemMaxKiB,
    outgoing_item_max_size: input.outgoingItemMaxKiB,
    recipient_list_max_size: input.maxRecipients,
    message_retention: input.keepDeletedDays,
    show_in_address_book: input.showInAddressBook,
  };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      isGiven(value) ? [[name, typeof value === 'bigint' ? Number(value) : value]] : [],
    ),
  );
}
