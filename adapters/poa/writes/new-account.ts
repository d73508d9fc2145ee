import { BackendError } from '../../../src/errors/index.js';
import {
  type ContactInput,
  type CreateAccount,
  type PanelWrites,
  toGlobalId,
  type UserError,
  type WriteResult,
} from '../../../src/model/index.js';
import type { Call, ParamsOf } from '../../../src/operation/operation.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import { addAccount, addAccountMember, getAccountMemberByLogin } from '../operations/index.js';
import { chosenId, foreign, idNumber, isGiven } from './checks.js';
import { contactErrors, mergeContact, missingOf } from './contact.js';
import { applied, refusal, rejected } from './results.js';
import { lookUp } from './sighting.js';
import { inTransaction } from './transaction.js';

const TYPES = { CUSTOMER: 'C', RESELLER: 'R' } as const;

/** A member as payloads tell it: nothing but its login leads to it, so no id would. */
export const memberFact = (backend: string, login: string, accountId: string, userId: number) => ({
  id: toGlobalId(backend, 'AccountMember', String(userId)),
  backend,
  nativeId: String(userId),
  login,
  accountId,
});

/** What a member is made of: its data, or the login that an external system knows. */
export interface NewMember {
  readonly login: string;
  readonly password?: string | null;
  readonly contact?: ContactInput | null;
  readonly nativeId?: string | null;
  readonly subscriptionId?: string | null;
  readonly checkQuality?: boolean | null;
}

/** The rules of pem.addAccountMember: a password comes with a whole contact, and neither without the other. */
export function* memberErrors(
  { password, contact, checkQuality }: NewMember,
  field: string,
): Generator<UserError> {
  if (isGiven(password) && !isGiven(contact)) yield invalid(`${field} is required with a password`, field);
  if (!isGiven(password) && isGiven(contact)) {
    yield invalid('password is required, unless an external system keeps it and the contact', 'password');
  }
  if (!isGiven(password) && isGiven(checkQuality)) {
    yield invalid('checkQuality is for a password', 'checkQuality');
  }
  if (!isGiven(contact)) return;
  yield* contactErrors(contact, field);
  yield* missingOf(mergeContact(null, contact), field);
}

export function memberParams(accountId: number, member: NewMember): ParamsOf<typeof addAccountMember> {
  const { login, password, contact, nativeId, subscriptionId, checkQuality } = member;
  const who =
    isGiven(password) && isGiven(contact)
      ? {
          // Members are persons without a company.
          ...mergeContact(null, { ...contact, companyName: null }),
          auth: { login, password, check_password: checkQuality ?? undefined },
        }
      : { login };
  return {
    ...who,
    account_id: accountId,
    subscription_id: idNumber(subscriptionId),
    user_id: idNumber(nativeId),
  };
}

/** Who has a login; `null` when nobody, or nobody that this call sees. */
export async function memberOf(
  read: Call,
  login: string,
): Promise<{ readonly userId: number; readonly accountId: string } | null> {
  const found = await lookUp(read, getAccountMemberByLogin, { login });
  return found.is === 'there'
    ? { userId: found.answer.user_id, accountId: String(found.answer.account_id) }
    : null;
}

/** The number of a member that has just been made, where the release does not answer it. */
export async function askForUserId(read: Call, login: string): Promise<number | null> {
  try {
    return (await memberOf(read, login))?.userId ?? null;
  } catch (error) {
    // The member exists all the same.
    if (error instanceof BackendError) return null;
    throw error;
  }
}

/** The new account with its first member, in one transaction: POA asks for both, one right after the other. */
export function newAccountWrites(backend: string, timeoutSeconds: number): PanelWrites {
  const done = (accountId: string, login: string, userId: number | null): WriteResult =>
    applied({
      nodes: { account: toGlobalId(backend, 'Account', accountId) },
      values: userId === null ? {} : { member: memberFact(backend, login, accountId, userId) },
    });

  return {
    createAccount: {
      check: (input) => [...accountErrors(input)],
      run: (input, session) =>
        rejectedWhenRefused(async () => {
          const { login, memberNativeId, memberSubscriptionId } = input;
          if (!isGiven(login)) return rejected(invalid('login is required', 'login'));
          const taken = await lookUp(session.read, getAccountMemberByLogin, { login });
          if (taken.is === 'there') return rejected(refusal('TAKEN', 'The login is in use.', 'login'));
          if (taken.is === 'absent') await session.remember({ login });
          const member = {
            login,
            password: input.password ?? null,
            contact: isGiven(input.password) ? (input.memberContact ?? input.contact ?? null) : null,
            nativeId: memberNativeId ?? null,
            subscriptionId: memberSubscriptionId ?? null,
            checkQuality: input.checkQuality ?? null,
          };
          let made: { readonly accountId: number; readonly userId: number | null } | undefined;
          const result = await inTransaction(session, { timeoutSeconds }, async (send) => {
            const { account_id: accountId } = await send(addAccount, accountParams(input));
            const { user_id: userId } = await send(addAccountMember, memberParams(accountId, member));
            made = { accountId, userId };
            return done(String(accountId), login, userId);
          });
          if (result.state !== 'APPLIED' || made === undefined || made.userId !== null) return result;
          return done(String(made.accountId), login, await askForUserId(session.read, login));
        }),
      // Nobody had the login before, and it came with its account.
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const login = String(snapshot.login);
        const member = await memberOf(read, login);
        return member === null ? null : done(member.accountId, login, member.userId);
      },
    },
  };
}

function* accountErrors(input: CreateAccount): Generator<UserError> {
  const { kind, login, contact, memberContact, externalInfo, locale } = input;
  yield* foreign(input, {
    status: 'ACTIVE',
    demo: false,
    peer: false,
    sendLetter: false,
    comments: undefined,
    htmlMail: true,
    hsphere: undefined,
  });
  if (isGiven(kind) && !Object.hasOwn(TYPES, kind)) {
    yield invalid('kind must be CUSTOMER or RESELLER on POA', 'kind');
  }
  if (!isGiven(login)) yield invalid('login is required', 'login');
  yield* chosenId(input.nativeId, 'nativeId');
  yield* chosenId(input.memberNativeId, 'memberNativeId');
  if (isGiven(contact) === isGiven(externalInfo)) {
    yield invalid('exactly one of contact and externalInfo is required', 'contact');
  }
  if (isGiven(locale) && isGiven(externalInfo)) yield invalid('locale goes with contact only', 'locale');
  if (isGiven(contact)) {
    yield* contactErrors(contact, 'contact');
    yield* missingOf(mergeContact(null, contact), 'contact');
  }
  yield* firstMemberErrors(input, isGiven(memberContact) ? 'memberContact' : 'contact');
}

/** The contact of the account is that of its first member, unless the member has one of its own. */
function* firstMemberErrors(input: CreateAccount, field: 'memberContact' | 'contact'): Generator<UserError> {
  const { login, password, checkQuality } = input;
  const own = { login: login ?? '', password: password ?? null, checkQuality: checkQuality ?? null };
  if (field === 'memberContact') yield* memberErrors({ ...own, contact: input.memberContact ?? null }, field);
  // Whether it is whole has been seen already.
  else if (isGiven(password) && !isGiven(input.contact)) {
    yield invalid('memberContact is required with a password', 'memberContact');
  } else if (!isGiven(password) && isGiven(checkQuality)) {
    yield invalid('checkQuality is for a password', 'checkQuality');
  }
}

function accountParams(input: CreateAccount): ParamsOf<typeof addAccount> {
  const { kind, contact, externalInfo, locale } = input;
  return {
    ...(isGiven(contact) ? mergeContact(null, contact) : {}),
    account_id: idNumber(input.nativeId),
    account_type: TYPES[(kind ?? 'CUSTOMER') as keyof typeof TYPES],
    subscription_id: idNumber(input.subscriptionId),
    parent_account_id: idNumber(input.parentId),
    branded_domain_name: input.brandedDomain ?? undefined,
    external_info: isGiven(externalInfo)
      ? { system_id: externalInfo.systemId, external_account_id: externalInfo.externalAccountId }
      : undefined,
    locale: isGiven(locale)
      ? {
          language_code: locale.language,
          country_code: locale.country.toUpperCase(),
          variant: locale.variant ?? '',
        }
      : undefined,
  };
}
