import { operation } from '../../../src/operation/operation.js';
import {
  boolean,
  dateTime,
  double,
  int,
  int64,
  key,
  optional,
  rows,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { domainMembers } from './domain-params.js';
import { ofDomain } from './owners.js';
import { catalogue, QUICK_START } from './reference.js';

export const mailboxRow = struct(
  {
    username: key(string('Local part of the address.')),
    password: string('Clear text in answers on older paks; it is never handed on.', { secret: true }),
    quota: int('What it may hold.', { unit: 'MiB' }),
    quotaused: double('What it holds.', { unit: 'MiB' }),
    expdate: dateTime('When its pak ends.'),
    BundleId: int64('The pak it is in.'),
    AutoRenew: boolean('Its pak is renewed by itself.'),
    admin: boolean('Its user administrates the mail of the domain.', { aliases: ['isadmin'] }),
    vasitemid: optional(int64('Number of the pak as an order item.')),
    version: optional(string('Version of the mail service.')),
  },
  'A mailbox.',
);

export const pakRow = struct(
  {
    BundleId: key(int64('Number of the pak.')),
    QtyPurchased: int('Mailboxes that were bought.'),
    QtyAvailable: int('Those that are free, in all samples; the text says the opposite.'),
    ExpDate: dateTime('When it ends.'),
    AutoRenew: boolean('It is renewed by itself.'),
    Quota: int('What each mailbox may hold.', { unit: 'MiB' }),
    ProdType: string('Product: 38 older paks, 2011 those of 1 GiB.'),
    Version: string('Version of the mail service; absent on older paks.'),
  },
  'A pak.',
);

export const getPop3 = operation({
  method: 'GetPOP3',
  group: 'email',
  description: 'The email paks of a domain, which are also called bundles, and the mailboxes in them.',
  effect: 'read',
  shows: [{ type: 'Mailbox' }, { type: 'EmailBundle' }],
  missIsFailure: true,
  params: struct({
    ...domainMembers,
    GetDefaultOnly: optional(boolean('In the catalogue without an explanation.', { assumed: true })),
  }),
  result: struct({
    pop: key(rows(mailboxRow, 'Mailboxes, without an element around them.')),
    EmailCount: int('How many mailboxes there are.'),
    Paks: key(rows(pakRow, 'Paks.', { itemName: 'Pak' })),
    Count: int('How many paks there are.'),
    AdditionalHostPop: optional(string('A further mail host; empty as a rule.')),
    AdditionalHostAcctLogin: optional(string('A login of a further mail host; empty as a rule.')),
  }),
  owner: ofDomain,
  source: `${QUICK_START}, step 1; ${catalogue('GetPOP3')}`,
  notes: 'Documented for domains that use the provider’s name servers.',
});
