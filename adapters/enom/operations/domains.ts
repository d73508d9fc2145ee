import { operation } from '../../../src/operation/operation.js';
import {
  array,
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
import { domainMembers, domainParams } from './domain-params.js';
import { catalogue } from './reference.js';

export const getDomainInfo = operation({
  method: 'GetDomainInfo',
  group: 'domains',
  description: 'What is known of one domain of the account.',
  effect: 'read',
  missIsFailure: true,
  params: domainParams,
  result: struct({
    GetDomainInfo: key(
      struct({
        domainname: struct({
          '#text': string('Name.'),
          domainnameid: int64('Number of the domain; an attribute.'),
        }),
        status: struct({
          expiration: dateTime('When the registration ends.'),
          registrationstatus: string('State of the registration.', {
            open: true,
            values: [{ value: 'Registered', meaning: 'registered' }],
          }),
        }),
        services: struct({
          entry: key(
            array(
              struct({
                name: string('Which service: `dnsserver`, `emailset` …; an attribute.'),
                service: int('Kind of the service: 1006 provider’s name servers, 1012 own ones …'),
                configuration: struct({ dns: key(array(string('Host name.'), 'Name servers.')) }),
              }),
              'Services of the domain; which there are depends on the domain.',
            ),
          ),
        }),
      }),
    ),
  }),
  source: catalogue('GetDomainInfo'),
});

export const getDomains = operation({
  method: 'GetDomains',
  group: 'domains',
  description: 'One page of the registered domains of the account; expired ones are not among them.',
  effect: 'read',
  params: struct({
    Start: optional(int('Number of the first row.', { min: 1, default: 1 })),
    Display: optional(int('Rows of the page.', { min: 0, max: 100, default: 25 })),
  }),
  result: struct({
    GetDomains: key(
      struct({
        'domain-list': key(
          rows(
            struct({
              DomainNameID: int64('Number of the domain.'),
              sld: string('Registered label.'),
              tld: string('What it was registered under.'),
              DomainName: string('Both, where an answer has them in one.', { assumed: true }),
              'expiration-date': dateTime('When the registration ends.'),
              'auto-renew': boolean('It is renewed by itself.'),
            }),
            'Domains.',
            { itemName: 'domain' },
          ),
        ),
        NextRecords: int('Number of the first row of the next page; 0 on the last.'),
        DomainCount: int('Domains in the list.'),
        TotalDomainCount: int('Domains in the list, whatever the filter.'),
      }),
    ),
  }),
  source: catalogue('GetDomains'),
});

export const getRenew = operation({
  method: 'GetRenew',
  group: 'domains',
  description: 'What of a domain is renewed by itself. Refuses expired domains.',
  effect: 'read',
  missIsFailure: true,
  params: domainParams,
  result: struct({
    'auto-renew': boolean('The domain is renewed by itself.', { aliases: ['RenewName'] }),
  }),
  source: catalogue('GetRenew'),
});

export const setRenew = operation({
  method: 'SetRenew',
  group: 'domains',
  description: 'Sets whether a domain is renewed by itself. Refuses expired domains.',
  effect: 'idempotentWrite',
  refusal: 'inconclusive',
  params: struct({ ...domainMembers, RenewFlag: boolean('It is renewed by itself.') }),
  result: struct({ RenewName: boolean('As it is now.') }),
  source: catalogue('SetRenew'),
  notes:
    'Later charges depend on it: a domain that renews itself is charged about a month before it expires.',
});

export const getRegLock = operation({
  method: 'GetRegLock',
  group: 'domains',
  description: 'Whether a domain is locked against a transfer to another registrar.',
  effect: 'read',
  missIsFailure: true,
  params: domainParams,
  result: struct({ 'reg-lock': boolean('It is locked; 1 and 0, or a word.') }),
  source: catalogue('GetRegLock'),
});

export const getDns = operation({
  method: 'GetDNS',
  group: 'domains',
  description: 'Name servers of a domain. Refuses expired domains.',
  effect: 'read',
  missIsFailure: true,
  params: domainParams,
  result: struct({ dns: key(array(string('Host name.'), 'Name servers.')) }),
  source: catalogue('GetDNS'),
});
