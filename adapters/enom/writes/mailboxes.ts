import { type Facts, type PanelWrites, toGlobalId, type WriteInputs } from '../../../src/model/index.js';
import { toDomainParams } from '../domain-name.js';
import { type MailboxRow, toForwarding } from '../mapping/index.js';
import { partsOf } from '../native-id.js';
import { deletePop3, getPopForwarding, modifyPop3, setPopForwarding } from '../operations/seen.js';
import { forwardTargetErrors, refusedFor } from './input-rules.js';
import { seenWrite } from './seen-write.js';
import { lookAtUser } from './sights.js';

export const userMustBeThere = (user: MailboxRow | null) =>
  user === null ? refusedFor('NOT_FOUND', 'The domain has no such mailbox.', 'mailboxId') : null;

/** What names one mailbox in the commands for several. */
export function userParamsOf(mailboxId: string) {
  const { localPart, domainName } = partsOf(mailboxId);
  return { domain: toDomainParams(domainName), UserName: localPart };
}

/** Writes to a mailbox whose effects can be read. */
export function mailboxWrites(backend: string): PanelWrites {
  const idOf = (address: string) => toGlobalId(backend, 'Mailbox', address);
  const facts = (address: string): Facts => ({ nodes: { mailbox: idOf(address) } });
  return {
    deleteMailbox: seenWrite(backend, {
      operation: deletePop3,
      target: (input: WriteInputs['deleteMailbox']) => input.mailboxId,
      aspect: 'existence',
      look: lookAtUser,
      rule: userMustBeThere,
      seen: (user) => user !== null,
      wanted: () => false,
      params: ({ mailboxId }) => {
        const { domain, UserName } = userParamsOf(mailboxId);
        return { ...domain, users: [{ UserName }] };
      },
      proves: ({ AccountsDeleted: count }) => count !== 0,
      absenceProves: true,
      facts: (address): Facts => ({ values: { deletedId: idOf(address) } }),
    }),
    setMailboxAdministrator: seenWrite(backend, {
      operation: modifyPop3,
      target: (input: WriteInputs['setMailboxAdministrator']) => input.mailboxId,
      aspect: 'administrator',
      look: lookAtUser,
      rule: userMustBeThere,
      seen: (user) => user?.admin ?? null,
      wanted: ({ administrator }) => administrator,
      params: ({ mailboxId, administrator }, user) => {
        const { domain, UserName } = userParamsOf(mailboxId);
        return {
          ...domain,
          BundleID: user?.BundleId ?? undefined,
          EmailCount: 1,
          users: [{ UserName, IsAdmin: administrator }],
        };
      },
      proves: ({ AccountsModified: count }) => count !== 0,
      absenceProves: true,
      facts,
    }),
    setMailboxForwarding: seenWrite(backend, {
      check: ({ to }) => [...forwardTargetErrors(to, 'to')],
      operation: setPopForwarding,
      target: (input: WriteInputs['setMailboxForwarding']) => input.mailboxId,
      aspect: 'forwarding',
      look: (address, read) => {
        const { domain, UserName } = userParamsOf(address);
        return read(getPopForwarding, { ...domain, UserName }).then((reply) => toForwarding(reply)?.to ?? []);
      },
      seen: (targets) => (targets.length === 0 ? null : targets.join(' ').toLowerCase()),
      wanted: ({ to }) => to?.toLowerCase() ?? null,
      params: ({ mailboxId, to, keepCopy }, targets) => {
        const { domain, UserName } = userParamsOf(mailboxId);
        const common = { ...domain, UserName, EMail: partsOf(mailboxId).domainName };
        const keeps = keepCopy ?? true;
        return (to ?? null) === null
          ? // The documented way to remove one names its target.
            { ...common, ForwardTo: targets[0], Enable: false }
          : { ...common, ForwardTo: to ?? undefined, Enable: true, StatusFlags: keeps ? '0' : '1' };
      },
      absenceProves: true,
      facts,
    }),
  };
}
