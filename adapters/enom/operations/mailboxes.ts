import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, optional, string, struct } from '../../../src/operation/shape.js';
import { domainMembers } from './domain-params.js';
import { catalogue, QUICK_START } from './reference.js';

const userName = string('Local part of the address.');
const failed = int('Users for whom it failed; which ones is not told.');

export const setUpPop3User = operation({
  method: 'SetUpPOP3User',
  group: 'email',
  description: 'Creates mailboxes in an email pak.',
  effect: 'write',
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    sld1: domainMembers.sld,
    tld1: domainMembers.tld,
    BundleID: int64('The pak, paid for and with a free place.'),
    users: array(
      struct({
        UserName: userName,
        Password: string('Password; must not contain the name of the user or the domain.', { secret: true }),
        IsAdmin: optional(boolean('The user administrates the mail of the domain.')),
        DisplayName: optional(string('Name to show.')),
        ForwardTo: optional(string('Address that the mail goes on to.')),
      }),
      'Users, numbered from 1.',
    ),
  }),
  result: struct({ AccountsCreated: int('Users that were created.'), AccountsFailed: failed }),
  source: `${QUICK_START}, step 3; ${catalogue('SetUpPOP3User')}`,
  notes: 'The guide names the domain sld1 and tld1, the catalogue SLD and TLD; both are sent.',
});

export const modifyPop3 = operation({
  method: 'ModifyPOP3',
  group: 'email',
  description: 'Sets the passwords of mailboxes, or whether they administrate the mail of their domain.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    BundleID: optional(int64('The pak; in the guide, not in the catalogue.')),
    EmailCount: int('How many users there are.', { min: 1, max: 99 }),
    users: array(
      struct({
        UserName: userName,
        Password: optional(string('New password.', { secret: true, maxLength: 50 })),
        IsAdmin: optional(boolean('The user administrates the mail of the domain.')),
      }),
      'Users, numbered from 1.',
    ),
  }),
  result: struct({ AccountsModified: int('Users that were changed.'), AccountsFailed: failed }),
  source: `${QUICK_START}, step 4; ${catalogue('ModifyPOP3')}`,
});

export const deletePop3 = operation({
  method: 'DeletePOP3',
  group: 'email',
  description: 'Removes mailboxes with all mail, calendars and contacts in them. Final.',
  effect: 'write',
  destructive: true,
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    users: array(struct({ UserName: userName }), 'Users, numbered from 1.'),
  }),
  result: struct({ AccountsDeleted: int('Users that were removed.') }),
  source: `${QUICK_START}, step 5; ${catalogue('DeletePOP3')}`,
});
