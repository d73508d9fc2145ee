import { type MethodTable, method } from '../method.js';
import { idAsIntOrString, int, optional, string } from '../parameters.js';
import { findPasswordFlaw } from '../password-rules.js';
import { found, Refusal } from '../refusal.js';

/** @see POA Public API Reference 2.8, "Accounts Management" */
export const accountMethods: MethodTable = {
  'pem.getAccountInfo': method({ account_id: idAsIntOrString }, (data, { account_id }) => {
    const account = found(data.accounts.get(account_id), 'Account', account_id);
    return {
      account_type: account.type,
      parent_account_id: account.parentId,
      person: { ...account.person },
      address: { ...account.address },
      phone: { ...account.phone },
      fax: { ...account.fax },
      email: account.email,
    };
  }),

  'pem.getAccountMemberByLogin': method({ login: string }, (data, { login }) => {
    const member = found(
      data.members.find((row) => row.login === login),
      'Account member',
      login,
    );
    return { user_id: member.id, account_id: member.accountId };
  }),

  'pem.getAccountSubscriptions': method({ account_id: int }, (data, { account_id }) => {
    found(data.accounts.get(account_id), 'Account', account_id);
    return data.subscriptions.filter((row) => row.ownerId === account_id).map((row) => row.id);
  }),

  'pem.checkPassword': method(
    { account_id: int, password: string, name: optional(string), disabled_chars: optional(string) },
    (data, { account_id, password, name, disabled_chars }) => {
      found(data.accounts.get(account_id), 'Account', account_id);
      const flaw = findPasswordFlaw(password, { name, disabledChars: disabled_chars });
      if (flaw !== undefined) throw Refusal.weakPassword(flaw);
      return undefined;
    },
  ),
};
