import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, int64, optional, string, struct } from '../../../src/operation/shape.js';
import { domainMembers } from './domain-params.js';
import { ofDomain } from './owners.js';
import { catalogue, QUICK_START } from './reference.js';

const userName = string('Local part of the address.');
const failed = int('Users for whom it failed; which ones is not told.');

// Without an owner, as ModifyPOP3: a pak is named beside the domain.
export const setUpPop3User = operation({
  method: 'SetUpPOP3User',
  group: 'email',
  description: 'Creates mailboxes in an email pak.',
  effect: 'write',
  changes: [{ type: 'Mailbox' }, { type: 'EmailBundle' }],
  refusal: 'inconclusive',
  params: struct(
    {
      sld: optional(domainMembers.sld),
      tld: optional(domainMembers.tld),
      sld1: optional(domainMembers.sld),
      tld1: optional(domainMembers.tld),
      BundleID: int64('The pak, paid for and with a free place.'),
      users: array(
        struct({
          UserName: userName,
          Password: string('Password; must not contain the name of the user or the domain.', {
            secret: true,
          }),
          IsAdmin: optional(boolean('The user administrates the mail of the domain.')),
          DisplayName: optional(string('Name to show.')),
          ForwardTo: optional(string('Address that the mail goes on to.')),
        }),
        'Users, numbered from 1.',
      ),
    },
    '',
    {
      constraints: [
        {
          rule: 'anySet',
          sets: [
            ['sld', 'tld'],
            ['sld1', 'tld1'],
          ],
        },
      ],
    },
  ),
  result: struct({ AccountsCreated: int('Users that were created.'), AccountsFailed: failed }),
  source: `${QUICK_START}, step 3; ${catalogue('SetUpPOP3User')}`,
  notes:
    'The guide names the domain sld1 and tld1, the catalogue SLD and TLD; each passes over the other’s, so that both may be sent.',
});

export const modifyPop3 = operation({
  method: 'ModifyPOP3',
  group: 'email',
  description: 'Sets the passwords of mailboxes, or whether they administrate the mail of their domain.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Mailbox' }, { type: 'EmailBundle' }],
  refusal: 'inconclusive',
  params: struct(
    {
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
    },
    '',
    { constraints: [{ rule: 'atLeastOneOf', members: ['users[].Password', 'users[].IsAdmin'] }] },
  ),
  result: struct({
    AccountsModified: int('Users that were changed.'),
    AccountsFailed: failed,
    Version: optional(string('Version of the mail service.')),
  }),
  source: `${QUICK_START}, step 4; ${catalogue('ModifyPOP3')}`,
});

export const deletePop3 = operation({
  method: 'DeletePOP3',
  group: 'email',
  description: 'Removes mailboxes with all mail, calendars and contacts in them. Final.',
  effect: 'write',
  changes: [{ type: 'Mailbox' }, { type: 'EmailBundle' }],
  destructive: true,
  refusal: 'inconclusive',
  params: struct({
    ...domainMembers,
    users: array(struct({ UserName: userName }), 'Users, numbered from 1.'),
  }),
  result: struct({ AccountsDeleted: int('Users that were removed.') }),
  owner: ofDomain,
  source: `${QUICK_START}, step 5; ${catalogue('DeletePOP3')}`,
});
