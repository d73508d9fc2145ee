import { operation } from '../../../src/operation/operation.js';
import {
  boolean,
  dateTime,
  decimal,
  int,
  int64,
  key,
  optional,
  rows,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { catalogue } from './reference.js';

const price = (what: string) => optional(decimal(`Price of ${what} a year.`, { unit: 'USD' }));

export const getBalance = operation({
  method: 'GetBalance',
  group: 'account',
  description: 'What money the account has, and some of its prices.',
  effect: 'read',
  params: struct({}),
  result: struct({
    Reseller: boolean('It is the account of a reseller.'),
    Balance: decimal('What it has.', { unit: 'USD' }),
    AvailableBalance: decimal('What of it can be spent.', { unit: 'USD' }),
    Price: price('a domain'),
    COMPrice: price('a domain under com'),
    NETPrice: price('a domain under net'),
    ORGPrice: price('a domain under org'),
    CCPrice: price('a domain under cc'),
    TVPrice: price('a domain under tv'),
    BZPrice: price('a domain under bz'),
    NUPrice: price('a domain under nu'),
    DomainCount: int('How many domains it has.'),
  }),
  source: catalogue('GetBalance'),
});

export const peGetPopPrice = operation({
  method: 'PE_GetPOPPrice',
  group: 'account',
  description: 'What a pack of ten mailboxes costs the account.',
  effect: 'read',
  params: struct({}),
  result: struct({
    pricing: optional(
      struct({ pop: decimal('Price of a pack a year.', { unit: 'USD' }) }, 'Price, in older answers.'),
    ),
    Price: optional(decimal('Price of a pack a year, in newer answers.', { unit: 'USD' })),
  }),
  source: catalogue('PE_GetPOPPrice'),
});

export const expirationRow = struct(
  {
    domain: key(string('Domain.')),
    bundleid: int64('Number of the pak.'),
    expdate: dateTime('When it ends.'),
    renew: boolean('It is renewed by itself.'),
    version: optional(string('Version of the mail service.')),
  },
  'A pak.',
);

export const getPopExpirations = operation({
  method: 'GetPOPExpirations',
  group: 'account',
  description: 'When the email paks of the account end; all of them at once.',
  effect: 'read',
  shows: [{ type: 'EmailBundle' }],
  params: struct({}),
  result: struct({
    popexpirations: struct(
      { pop: key(rows(expirationRow, 'Paks.')), count: int('How many there are.') },
      'The whole list.',
    ),
  }),
  source: catalogue('GetPOPExpirations'),
});
