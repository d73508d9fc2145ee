import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofDomain, ofDomainNamed, ofSubscription } from './owners.js';
import { reference } from './reference.js';

export const getDomainList = operation({
  method: 'pem.getDomainList',
  group: 'domains',
  since: '2.5',
  description: 'Domains that have hostings from a subscription.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: array(
    struct({
      domain_id: key(int('Domain.')),
      domain_name: key(string('Name.')),
      domain_type: string('Type.', {
        open: true,
        values: [
          { value: 'DOMAIN', meaning: 'domain' },
          { value: 'SUBDOMAIN', meaning: 'subdomain' },
        ],
      }),
      domain_hosting_type: string('Hosting; the values are not explained.', {
        open: true,
        values: [
          { value: 'REGULAR', meaning: 'regular' },
          { value: 'SLAVE', meaning: 'slave' },
          { value: 'NONE', meaning: 'none' },
        ],
      }),
      registrar_status: int('Registrar status, on a scale of its own: addDomain takes 0 to 2.', {
        values: [
          { value: 0, meaning: 'undefined' },
          { value: 10, meaning: 'ordering in progress' },
          { value: 15, meaning: 'transferring' },
          { value: 20, meaning: 'failed' },
          { value: 30, meaning: 'ready; usable for provisioning' },
          { value: 50, meaning: 'closing; usable for provisioning' },
          { value: 60, meaning: 'closed' },
          { value: 70, meaning: 'gone' },
        ],
      }),
      is_locked: boolean('The domain is disabled.'),
      dns_management_allowed: boolean('The customer may manage its DNS records.'),
    }),
    'Domains.',
  ),
  source: reference(64),
});

export const getDomainByName = operation({
  method: 'pem.getDomainByName',
  group: 'domains',
  since: '2.8',
  description: 'Finds a domain by name.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  missIsFailure: true,
  owner: ofDomainNamed,
  params: struct({ domain_name: string('Name.') }),
  result: struct({
    domain_id: key(int('Domain.')),
    owner_id: int('Owning account.'),
    name: string('Name.'),
  }),
  source: reference(70),
});

export const getDomainSubscription = operation({
  method: 'pem.getDomainSubscription',
  group: 'domains',
  since: '2.4',
  description: 'Subscription under which the DNS hosting of a domain was added.',
  effect: 'read',
  shows: [{ type: 'Domain' }],
  owner: ofDomain,
  params: struct(
    { domain_id: optional(int('Domain.')), domain_name: optional(string('Name.')) },
    'The domain, by number or by name.',
    { constraints: [{ rule: 'exactlyOneOf', members: ['domain_id', 'domain_name'] }] },
  ),
  result: struct({ subscription_id: key(int('Subscription; 0 when the domain has no DNS hosting.')) }),
  source: reference(65),
});
