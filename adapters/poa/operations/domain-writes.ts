import { operation } from '../../../src/operation/operation.js';
import { any, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofDomain, ofDomainNamed, ofSubscription } from './owners.js';
import { reference } from './reference.js';
import { registrarStatus } from './registrar-status.js';

const CREATED = struct({ domain_id: key(int('The new domain.')) });

export const addDomain = operation({
  method: 'pem.addDomain',
  group: 'domains',
  since: '2.3',
  description: 'Creates a domain with the hostings that a subscription has.',
  effect: 'write',
  changes: [{ type: 'Domain' }, { type: 'Subscription' }],
  destructive: true,
  params: struct({
    subscription_id: int('Subscription.'),
    domain_id: optional(int('Its id; chosen by the panel when absent.')),
    domain_name: string('Name.'),
    registrar_status: registrarStatus,
    hosting_type: optional(
      int('Hosting that comes first; all that there are when absent.', {
        values: [
          { value: 0, meaning: 'physical' },
          { value: 2, meaning: 'parking' },
        ],
      }),
    ),
    domain_parking_type: optional(
      int('Kind of parking; only beside `hosting_type` 2.', {
        default: 0,
        values: [
          { value: 0, meaning: 'parked' },
          { value: 1, meaning: 'standard forwarding' },
          { value: 2, meaning: 'single page' },
          { value: 3, meaning: 'frame forwarding' },
        ],
      }),
    ),
    path: optional(
      string('Physical: folder below that of the webspace. Parked: URL that visitors are sent to.'),
    ),
    force: optional(boolean('Take the name over from whichever account has it.', { default: false })),
  }),
  result: CREATED,
  source: reference(55),
  notes:
    '`path` is printed without brackets, and its absence is described. With `force` the domain of another account is removed.',
});

export const addDomainToAccount = operation({
  method: 'pem.addDomainToAccount',
  group: 'domains',
  since: '2.8',
  description: 'Creates a domain of an account, without any hosting.',
  effect: 'write',
  changes: [{ type: 'Domain' }, { type: 'Subscription' }],
  destructive: true,
  params: struct({
    account_id: int('Account.'),
    domain_id: optional(int('Its id; chosen by the panel when absent.')),
    domain_name: string('Name.'),
    force: optional(boolean('Take the name over from whichever account has it.', { default: false })),
  }),
  result: CREATED,
  source: reference(59),
  notes: 'With `force` the domain of another account is removed.',
});

export const addSubdomain = operation({
  method: 'pem.addSubdomain',
  group: 'domains',
  since: '2.3',
  description: 'Creates a name below a domain.',
  effect: 'write',
  changes: [{ type: 'Domain' }, { type: 'Subscription' }],
  params: struct({
    subscription_id: int('Subscription.'),
    domain_name: string('Domain above it.'),
    prefix: string('What stands before the name of that domain.'),
    hosting_type: optional(int('Hosting.', { values: [{ value: 0, meaning: 'physical' }] })),
    path: optional(string('Folder below that of the webspace.', { default: '/' })),
  }),
  result: null,
  source: reference(60),
});

export const removeDomain = operation({
  method: 'pem.removeDomain',
  group: 'domains',
  since: '2.3',
  description: 'Removes a domain.',
  effect: 'write',
  destructive: true,
  owner: ofDomain,
  params: struct(
    {
      domain_id: optional(int('Domain; the name is ignored beside it.')),
      domain_name: optional(string('Name.')),
    },
    'The domain, by number or by name.',
    { constraints: [{ rule: 'atLeastOneOf', members: ['domain_id', 'domain_name'] }] },
  ),
  result: null,
  source: reference(68),
});

/** The number is mandatory and ignored beside the name: the reverse of pem.removeDomain. */
const numberAndName = struct({
  domain_id: int('Domain; ignored beside a name.'),
  domain_name: optional(string('Name.')),
});

export const enableDomain = operation({
  method: 'pem.enableDomain',
  group: 'domains',
  since: '2.3',
  description: 'Restores the DNS records of a disabled domain.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }],
  owner: ofDomainNamed,
  params: numberAndName,
  result: null,
  source: reference(63),
});

export const disableDomain = operation({
  method: 'pem.disableDomain',
  group: 'domains',
  since: '2.3',
  description: 'Removes all DNS records of a domain but SOA and NS from the servers.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }],
  owner: ofDomainNamed,
  params: numberAndName,
  result: null,
  source: reference(63),
});

export const setDomainRegistrarStatus = operation({
  method: 'pem.setDomainRegistrarStatus',
  group: 'domains',
  since: '2.3',
  description: 'Sets the registrar status of a domain.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }],
  callers: 'reseller',
  owner: ofDomain,
  params: struct(
    {
      domain_id: optional(int('Domain; the name is ignored beside it.')),
      domain_name: optional(string('Name.')),
      registrar_status: registrarStatus,
    },
    'The domain, by number or by name, and its status.',
    { constraints: [{ rule: 'atLeastOneOf', members: ['domain_id', 'domain_name'] }] },
  ),
  result: null,
  source: reference(69),
});

const domainAndSubscription = struct({
  domain_id: int('Domain.'),
  subscription_id: int('Subscription.'),
});

export const bindServicesToDomain = operation({
  method: 'pem.bindServicesToDomain',
  group: 'domains',
  since: '2.8',
  description: 'Gives a domain the hostings of a subscription.',
  effect: 'write',
  params: domainAndSubscription,
  result: null,
  source: reference(61),
});

export const unbindServicesFromDomain = operation({
  method: 'pem.unbindServicesFromDomain',
  group: 'domains',
  since: '2.8',
  description: 'Takes the hostings of a subscription away from a domain.',
  effect: 'write',
  destructive: true,
  params: domainAndSubscription,
  result: null,
  source: reference(70),
});

const requestedName = struct({ subscription_id: int('Subscription.'), domain_name: string('Name.') });

/** Described as an array of strings and printed as a struct; both are read, see `mapping/domain-request.ts`. */
export const addDomainRequest = operation({
  method: 'pem.addDomainRequest',
  group: 'domains',
  since: '2.8',
  description: 'Reserves a name for a subscription and tells the name servers of its zone.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }, { type: 'Subscription' }],
  owner: ofSubscription,
  params: requestedName,
  result: any('Name servers, and whether the zone is a new one.'),
  source: reference(58),
});

export const removeDomainRequest = operation({
  method: 'pem.removeDomainRequest',
  group: 'domains',
  since: '2.8',
  description: 'Gives a requested name up.',
  effect: 'write',
  changes: [{ type: 'Domain' }, { type: 'Subscription' }],
  owner: ofSubscription,
  params: requestedName,
  result: null,
  source: reference(68),
});
