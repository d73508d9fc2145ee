import { operation } from '../../../src/operation/operation.js';
import { array, boolean, dateTime, int, key, string, struct } from '../../../src/operation/shape.js';
import { domainNameShape, domainStatusShape, nameServers, serviceEntry } from './domain-info-shapes.js';
import { domainParams } from './domain-params.js';
import { ofDomain } from './owners.js';
import { catalogue } from './reference.js';
import { rrpCode, rrpText } from './rrp.js';

export const getDomainInfo = operation({
  method: 'GetDomainInfo',
  group: 'domains',
  description: 'What is known of one domain of the account.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  missIsFailure: true,
  params: domainParams,
  result: struct({
    GetDomainInfo: key(
      struct(
        {
          domainname: domainNameShape,
          'multy-langSLD': string('Registered label in its own script, of an internationalised domain.'),
          status: domainStatusShape,
          ParkingEnabled: boolean('It shows a page of the provider.'),
          services: struct(
            {
              entry: key(
                array(serviceEntry, 'Services of the domain; which there are depends on the domain.'),
              ),
            },
            'Services of the domain.',
          ),
        },
        'A domain.',
      ),
    ),
  }),
  owner: ofDomain,
  source: catalogue('GetDomainInfo'),
});

export const getDomainExp = operation({
  method: 'GetDomainExp',
  group: 'domains',
  description: 'When the registration of a domain ends.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  missIsFailure: true,
  params: domainParams,
  result: struct({ ExpirationDate: dateTime('When the registration ends.') }),
  owner: ofDomain,
  source: catalogue('GetDomainExp'),
});

export const getRegLock = operation({
  method: 'GetRegLock',
  group: 'domains',
  description: 'Whether a domain is locked against a transfer to another registrar.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  missIsFailure: true,
  params: domainParams,
  result: struct({
    'reg-lock': boolean('It is locked; 1 and 0, or a word.'),
    registrar: string('Registrar.'),
    RRPCode: rrpCode,
    RRPText: rrpText,
  }),
  owner: ofDomain,
  source: catalogue('GetRegLock'),
});

export const getDns = operation({
  method: 'GetDNS',
  group: 'domains',
  description: 'Name servers of a domain. Refuses expired domains.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  missIsFailure: true,
  params: domainParams,
  result: struct({
    dns: nameServers,
    UseDNS: string('`default` for the provider’s name servers.'),
    HostsNumLimit: int('How many host records there may be.'),
    DNSRegistrySynced: boolean('The registry has the same name servers.'),
    RRPCodeGDNS: rrpCode,
    RRPText: rrpText,
  }),
  owner: ofDomain,
  source: catalogue('GetDNS'),
});
