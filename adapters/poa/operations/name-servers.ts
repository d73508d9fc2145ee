import { operation } from '../../../src/operation/operation.js';
import { array, int, optional, string, struct } from '../../../src/operation/shape.js';
import { ofDomainNamed } from './owners.js';
import { reference } from './reference.js';

const nameServers = array(string('Host name of a server.'), 'Name servers.');

export const getNameServers = operation({
  method: 'pem.getNameServers',
  group: 'domains',
  since: '2.3',
  description: 'DNS servers of a domain or of a domain request.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  callers: 'reseller',
  params: struct({
    domain_name: string('Domain or domain request.'),
    subscription_id: optional(int('Only for a domain request.')),
  }),
  result: nameServers,
  source: reference(66),
  notes: 'Resellers may call it since 2.6.4.',
});

export const getRequiredNameServers = operation({
  method: 'pem.getRequiredNameServers',
  group: 'domains',
  since: '2.8',
  internal: true,
  description: 'DNS servers that a domain which has moved to another account should have.',
  effect: 'read',
  owner: ofDomainNamed,
  params: struct({ domain_name: string('Domain.') }),
  result: nameServers,
  source: reference(66),
});

export const syncNameServers = operation({
  method: 'pem.syncNameServers',
  group: 'domains',
  since: '2.8',
  internal: true,
  description: 'Gives a domain which has moved to another account the DNS servers that it should have.',
  effect: 'idempotentWrite',
  owner: ofDomainNamed,
  params: struct({ domain_name: string('Domain.') }),
  result: null,
  source: reference(70),
});
