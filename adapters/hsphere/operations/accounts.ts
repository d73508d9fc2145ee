import { operation } from '../../../src/operation/operation.js';
import { double, int64, rows, string, struct } from '../../../src/operation/shape.js';
import { ofAccount } from './owners.js';
import { ADMIN_SERVICES, JAVADOC } from './reference.js';

const accountId = int64('Account.');

export const getAccounts = operation({
  method: 'getAccounts',
  group: 'accounts',
  description: 'Ids of the accounts of the user who calls, not of the whole panel.',
  effect: 'read',
  shows: [{ type: 'Account' }],
  params: struct({}),
  result: rows(int64('Account.'), 'Accounts.'),
  source: ADMIN_SERVICES,
});

export const getQuota = operation({
  method: 'getQuota',
  group: 'accounts',
  description: 'Disk quota of an account.',
  effect: 'read',
  shows: [{ type: 'Account', param: 'accountId' }],
  params: struct({ accountId }),
  result: double('Quota; infinite where there is none.', { unit: 'KiB' }),
  owner: ofAccount,
  source: ADMIN_SERVICES,
});

export const changeQuota = operation({
  method: 'changeQuota',
  group: 'accounts',
  description: 'Sets the disk quota of an account.',
  effect: 'idempotentWrite',
  params: struct({ accountId, value: double('Quota.', { unit: 'KiB' }) }),
  result: null,
  owner: ofAccount,
  source: JAVADOC,
});

export const suspendAccount = operation({
  method: 'suspendAccount',
  group: 'accounts',
  description: 'Suspends an account.',
  effect: 'idempotentWrite',
  params: struct({ accountId, reason: string('Reason of the suspension; may be empty.') }),
  result: null,
  owner: ofAccount,
  source: ADMIN_SERVICES,
});

export const resumeAccount = operation({
  method: 'resumeAccount',
  group: 'accounts',
  description: 'Ends the suspension of an account.',
  effect: 'idempotentWrite',
  params: struct({ accountId }),
  result: null,
  owner: ofAccount,
  source: ADMIN_SERVICES,
});

export const deleteAccount = operation({
  method: 'deleteAccount',
  group: 'accounts',
  description: 'Deletes an account.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  destructive: true,
  params: struct({ accountId }),
  result: null,
  owner: ofAccount,
  source: ADMIN_SERVICES,
});
