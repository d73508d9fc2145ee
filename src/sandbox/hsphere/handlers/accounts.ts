import { requireOneAccount } from '../identity.js';
import { refusal } from '../refusal.js';
import { type Handler, identityOf, requireAdministrator, VOID } from './call.js';

/** Suspending what is suspended changes the reason and is no error. */
export const suspendAccount: Handler = (call) => {
  requireAdministrator(call);
  const account = call.state.account(call.parameters.long('accountId'));
  const reason = call.parameters.string('reason') ?? '';
  account.suspendedFor = reason;
  call.state.ledger.push({ kind: 'suspension', accountId: account.accountId, reason });
  return VOID;
};

/** Resuming what runs is no error. */
export const resumeAccount: Handler = (call) => {
  requireAdministrator(call);
  const account = call.state.account(call.parameters.long('accountId'));
  account.suspendedFor = null;
  call.state.ledger.push({ kind: 'resumption', accountId: account.accountId });
  return VOID;
};

/** Deleting twice is refused the second time, and so is the account that the token acts as. */
export const deleteAccount: Handler = (call) => {
  const { accountId: actingAs } = requireAdministrator(call);
  const { accountId } = call.state.account(call.parameters.long('accountId'));
  if (accountId === actingAs) throw refusal('PermissionException', 'An account cannot delete itself.');
  call.state.remove(accountId);
  call.state.ledger.push({ kind: 'deletion', accountId });
  return VOID;
};

/** Of any account for an administrator, else of the caller's own. */
export const getQuota: Handler = (call) => {
  const identity = identityOf(call);
  requireOneAccount(identity);
  const { accountId, quotaKilobytes } = call.state.account(call.parameters.long('accountId'));
  if (!identity.user.administrator && !identity.user.accountIds.includes(accountId)) {
    throw refusal('PermissionException', 'The account is not the caller’s.');
  }
  return { kind: 'double', value: quotaKilobytes };
};

export const changeQuota: Handler = (call) => {
  requireAdministrator(call);
  const account = call.state.account(call.parameters.long('accountId'));
  const kilobytes = call.parameters.double('value');
  account.quotaKilobytes = kilobytes;
  call.state.ledger.push({ kind: 'quota', accountId: account.accountId, kilobytes });
  return VOID;
};

/**
 * The accounts of the token's user, newest first as in the vendor's sample: those that it holds and, for an
 * administrator, those that it has signed up. A token that names none of several accounts is no error here.
 */
export const getAccounts: Handler = (call) => {
  const { accountIds, customerAccountIds } = identityOf(call).user;
  const values = [...accountIds, ...customerAccountIds].toSorted((a, b) => Number(b - a));
  return { kind: 'longs', values };
};
