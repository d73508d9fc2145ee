import { operation } from '../../../src/operation/operation.js';
import {
  boolean,
  dateTime,
  int,
  int64,
  key,
  optional,
  rows,
  string,
  struct,
} from '../../../src/operation/shape.js';
import { catalogue } from './reference.js';

export const domainRow = struct(
  {
    DomainNameID: int64('Number of the domain.'),
    sld: string('Registered label.'),
    tld: string('What it was registered under.'),
    DomainName: optional(string('Both, where an answer has them in one.', { assumed: true })),
    'ns-status': string('Whether the provider’s name servers are used: `YES`, `NO`, `NA`.'),
    'expiration-date': dateTime('When the registration ends.'),
    'auto-renew': boolean('It is renewed by itself.'),
    wppsstatus: boolean('Contact data are hidden; absent where they cannot be.'),
    wppsexpdate: optional(dateTime('Until when they are hidden.')),
    RRProcessor: string('Which registry processes it.'),
  },
  'A domain.',
);

export const getDomains = operation({
  method: 'GetDomains',
  group: 'domains',
  description: 'One page of the registered domains of the account; expired ones are not among them.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  params: struct({
    Tab: optional(
      string('Which domains are listed.', {
        default: 'IOwn',
        values: [
          { value: 'IOwn', meaning: 'those of the account' },
          { value: 'Sub_IOwn', meaning: 'those of its subaccounts' },
          { value: 'WatchList', meaning: 'those that are watched' },
          { value: 'IHost', meaning: 'those that are hosted and registered elsewhere' },
          { value: 'ExpiringNames', meaning: 'those that expire soon' },
          { value: 'ExpiredDomains', meaning: 'those that have expired' },
          { value: 'RGP', meaning: 'those that can be redeemed' },
          { value: 'Promotion', meaning: 'those of promotions' },
        ],
      }),
    ),
    Start: optional(int('Number of the first row.', { min: 1, default: 1 })),
    Display: optional(int('Rows of the page.', { min: 0, max: 100, default: 25 })),
    OrderBy: optional(string('What they are sorted by: `ExpDate`; by name otherwise.')),
    StartLetter: optional(string('What names begin with.')),
    Domain: optional(string('What names contain.')),
    DaysToExpired: optional(int('Within how many days they end.', { unit: 'days', min: 0 })),
    ExtFormat: optional(boolean('Names of elements come without hyphens, which are read alike.')),
  }),
  result: struct({
    GetDomains: key(
      struct(
        {
          tab: string('Which domains are listed.'),
          multirrp: boolean('They are of several registries.'),
          'domain-list': key(rows(domainRow, 'Domains.', { itemName: 'domain' })),
          EndPosition: int('Number of the last row.'),
          PreviousRecords: int('Number of the first row of the page before; 0 on the first.'),
          NextRecords: int('Number of the first row of the next page; 0 on the last.'),
          OrderBy: string('What they are sorted by.'),
          Result: boolean('It worked.'),
          StartPosition: int('Number of the first row.'),
          DomainCount: int('Domains in the list.'),
          TotalDomainCount: int('Domains in the list, whatever the filter.'),
          StartLetter: string('What names begin with.'),
        },
        'A page.',
      ),
    ),
  }),
  source: catalogue('GetDomains'),
});

const yesOrNo = (description: string) =>
  string(description, {
    values: [
      { value: 'Yes', meaning: 'those that are' },
      { value: 'No', meaning: 'those that are not' },
    ],
  });

export const getAllDomains = operation({
  method: 'GetAllDomains',
  group: 'domains',
  description: 'All domains of the account at once, expired ones among them; slow above 200.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  params: struct({
    Letter: optional(string('First character of names: a letter or a digit.', { maxLength: 1 })),
    RegistrarLock: optional(
      string('Lock against transfers.', {
        values: [
          { value: 'Locked', meaning: 'those that are locked' },
          { value: 'Not Locked', meaning: 'those that are not' },
        ],
      }),
    ),
    AutoRenew: optional(yesOrNo('Renewed by themselves.')),
    NameServer: optional(string('Name server that they use.', { maxLength: 135 })),
    UseEnomNS: optional(yesOrNo('Using the provider’s name servers.')),
    UseDNS: optional(
      string('Kind of name servers.', { values: [{ value: 'custom', meaning: 'own name servers' }] }),
    ),
    GetDefaultOnly: optional(boolean('Those with the provider’s name servers only.')),
  }),
  result: struct({
    GetAllDomains: key(
      struct(
        {
          DomainDetail: key(
            rows(
              struct(
                {
                  DomainName: string('Name.'),
                  DomainNameID: int64('Number of the domain.'),
                  'expiration-date': dateTime('When the registration ends.'),
                  lockstatus: boolean('It is locked against transfers.'),
                  AutoRenew: boolean('It is renewed by itself.'),
                },
                'A domain.',
              ),
              'Domains, without an element around them.',
            ),
          ),
          domaincount: int('How many there are.'),
          UserRequestStatus: string('Where they were looked for.'),
        },
        'The whole list.',
      ),
    ),
  }),
  source: catalogue('GetAllDomains'),
});
