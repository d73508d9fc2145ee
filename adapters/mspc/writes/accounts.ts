import {
  type AccountStatus,
  type ContactInput,
  type PanelWrites,
  toGlobalId,
  type UpdateAccount,
  type UserError,
  type WriteMethod,
  type WriteResult,
  type WriteSession,
} from '../../../src/model/index.js';
import type { Call, ParamsOf } from '../../../src/operation/operation.js';
import { invalid } from '../../../src/writes/refusal.js';
import {
  changeUserStatus,
  deleteUser,
  getUserById,
  getUserRecord,
  updateUserRecord,
} from '../operations/seen.js';
import { contactErrors, given, toContactValues } from './contact.js';
import type { WriteDeps } from './deps.js';
import { RecordChanges } from './record-change.js';
import { removal } from './removal.js';
import { isGiven, refusal } from './results.js';
import { mayChange, type Target } from './rights.js';
import type { Values } from './values.js';
import { sendForVerdict } from './verdict.js';
import { accountStatusErrors, accountStatusOf, kindErrors, roleOf } from './words.js';

const FORBIDDEN = refusal('FORBIDDEN', 'The gateway’s own account may not change this one.');

/** Accounts that exist. The panel answers 0 also where it refuses, so that each change is looked at afterwards. */
export function accountWrites(deps: WriteDeps): PanelWrites {
  const { backend, settings } = deps;
  const kindOf = (look: (read: Call, userId: number) => Promise<Values | null>) => ({
    nameOf: (accountId: string) => `User ${accountId}`,
    field: 'accountId',
    look: (read: Call, accountId: string) => look(read, Number(accountId)),
    facts: (accountId: string) => ({ nodes: { account: toGlobalId(backend, 'Account', accountId) } }),
  });
  const records = new RecordChanges(
    deps,
    kindOf((read, userId) => read(getUserRecord, { userId })),
  );
  const statuses = new RecordChanges(
    deps,
    kindOf((read, userId) => read(getUserById, { userId })),
  );

  const allow = async (read: Call, target: Target): Promise<readonly UserError[]> =>
    (await mayChange(deps, read, target)) ? [] : [FORBIDDEN];

  const update = (
    accountId: string,
    toValues: (record: Values) => Values,
    session: WriteSession,
  ): Promise<WriteResult> =>
    records.run(session, accountId, {
      operation: updateUserRecord,
      patch: (record = {}) =>
        settings.additionalParams === 'refuse' && losesParams(record)
          ? { errors: [LOSES_PARAMS] }
          : { values: toValues(record) },
      send: (merged) =>
        // All of the record that was read, with members of the same shape.
        sendForVerdict(backend, session, updateUserRecord, { user: merged } as ParamsOf<
          typeof updateUserRecord
        >),
    });

  const changeStatus = (accountId: string, status: AccountStatus, session: WriteSession) => {
    const userId = Number(accountId);
    const [statusId, name] = accountStatusOf(status);
    return statuses.run(session, accountId, {
      operation: changeUserStatus,
      patch: () => ({ values: { StatusId: statusId } }),
      send: () => sendForVerdict(backend, session, changeUserStatus, { userId, status: name }),
      // An account in a state without a name cannot be read until it has another one.
      mayBeBlind: true,
      // It was read by GetUserById.
      allow: (record) => allow(session.read, record as unknown as Target),
    });
  };
  const reconcileStatus: NonNullable<WriteMethod<never>['reconcile']> = (write, read, others) =>
    statuses.reconcile(write, read, others);
  const reconcileRecord: NonNullable<WriteMethod<never>['reconcile']> = (write, read, others) =>
    records.reconcile(write, read, others);

  return {
    updateAccountContact: {
      check: ({ contact }) => [...contactErrors(contact), ...unclearable(contact), ...empty(contact)],
      run: ({ accountId, contact }, session) => update(accountId, () => toContactValues(contact), session),
      reconcile: reconcileRecord,
    },
    updateAccount: {
      check: (input) => [...updateErrors(input)],
      run: (input, session) => update(input.accountId, (record) => toAccountValues(input, record), session),
      reconcile: reconcileRecord,
    },
    changeAccountStatus: {
      check: ({ status }) => [...accountStatusErrors(status)],
      run: ({ accountId, status }, session) => changeStatus(accountId, status, session),
      reconcile: reconcileStatus,
    },
    suspendAccount: {
      check: ({ reason }) => (isGiven(reason) ? [invalid('MSPControl keeps no reason', 'reason')] : []),
      run: ({ accountId }, session) => changeStatus(accountId, 'SUSPENDED', session),
      reconcile: reconcileStatus,
    },
    resumeAccount: {
      run: ({ accountId }, session) => changeStatus(accountId, 'ACTIVE', session),
      reconcile: reconcileStatus,
    },
    deleteAccount: removal(backend, {
      type: 'Account',
      field: 'accountId',
      method: deleteUser.method,
      look: (read, userId) => read(getUserById, { userId }),
      send: (session, userId) => sendForVerdict(backend, session, deleteUser, { userId }),
      allow,
      inBackground: true,
    }),
  };
}

/**
 * `Vlans` is made of `AdditionalParams`, so that an answer with the one and without the other comes from a server that
 * keeps these and does not tell them.
 */
const losesParams = (record: Values): boolean => 'Vlans' in record && !('AdditionalParams' in record);

const LOSES_PARAMS = refusal(
  'UNSUPPORTED',
  'This server keeps additional parameters of an account, which it does not tell and an update would clear. Whoever runs the gateway can allow that.',
);

/** What the panel requires of an account. */
function* unclearable(contact: ContactInput): Generator<UserError> {
  for (const member of ['firstName', 'lastName', 'email'] as const) {
    const value = contact[member];
    if (value === null || (typeof value === 'string' && value.trim() === '')) {
      yield invalid(`contact.${member} is required on MSPControl`, 'contact', member);
    }
  }
}

function* empty(contact: ContactInput): Generator<UserError> {
  if (Object.keys(toContactValues(contact)).length === 0)
    yield invalid('nothing is to be changed', 'contact');
}

function* updateErrors({ accountId: _, ...changes }: UpdateAccount): Generator<UserError> {
  yield* kindErrors(changes.kind);
  if (Object.values(changes).every((value) => value === undefined)) yield invalid('nothing is to be changed');
}

/** Role by number and by name: on input the later one counts. */
function toAccountValues({ kind, comments, htmlMail, demo, peer }: UpdateAccount, record: Values): Values {
  const [roleId, role] = isGiven(kind) ? roleOf(kind) : [undefined, undefined];
  return given({
    RoleId: roleId,
    Role: isGiven(record.Role) ? role : undefined,
    IsPeer: peer ?? undefined,
    IsDemo: demo ?? undefined,
    Comments: comments,
    HtmlMail: htmlMail ?? undefined,
  });
}
