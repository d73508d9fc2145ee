import { operation } from '../../../src/operation/operation.js';
import {
  boolean,
  dateTime,
  double,
  int,
  int64,
  key,
  rows,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { domainParams } from './domain-params.js';
import { catalogue, QUICK_START } from './reference.js';

export const getPop3 = operation({
  method: 'GetPOP3',
  group: 'email',
  description: 'The email paks of a domain, which are also called bundles, and the mailboxes in them.',
  effect: 'read',
  missIsFailure: true,
  params: domainParams,
  result: struct({
    pop: key(
      rows(
        struct({
          username: key(string('Local part of the address.')),
          password: string('Clear text in answers on older paks.', { secret: true }),
          quota: int('What it may hold.', { unit: 'MiB' }),
          quotaused: double('What it holds.', { unit: 'MiB' }),
          BundleId: int64('The pak it is in.'),
          admin: boolean('Its user administrates the mail of the domain.', { aliases: ['isadmin'] }),
        }),
        'Mailboxes, without an element around them.',
      ),
    ),
    Paks: key(
      rows(
        struct({
          BundleId: key(int64('Number of the pak.')),
          QtyPurchased: int('Mailboxes that were bought.'),
          QtyAvailable: int('Those that are free, in all samples; the text says the opposite.'),
          ExpDate: dateTime('When it ends.'),
          AutoRenew: boolean('It is renewed by itself.'),
          Quota: int('What each mailbox may hold.', { unit: 'MiB' }),
          ProdType: string('Product: 38 older paks, 2011 those of 1 GiB.'),
          Version: string('Version of the mail service; absent on older paks.'),
        }),
        'Paks.',
        { itemName: 'Pak' },
      ),
    ),
  }),
  source: `${QUICK_START}, step 1; ${catalogue('GetPOP3')}`,
  notes: 'Documented for domains that use the provider’s name servers.',
});

export const getPopExpirations = operation({
  method: 'GetPOPExpirations',
  group: 'email',
  description: 'When the email paks of the account end; all of them at once.',
  effect: 'read',
  params: struct({}),
  result: struct({
    popexpirations: struct({
      pop: key(
        rows(
          struct({
            domain: key(string('Domain.')),
            bundleid: string('Number of the pak; what is none costs no more than the number.'),
            expdate: dateTime('When it ends.'),
            renew: boolean('It is renewed by itself.'),
          }),
          'Paks.',
        ),
      ),
    }),
  }),
  source: catalogue('GetPOPExpirations'),
});
