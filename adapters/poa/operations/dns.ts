import { operation } from '../../../src/operation/operation.js';
import { int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofDomain, ofDomainNamed } from './owners.js';
import { reference } from './reference.js';

export const addDNSHosting = operation({
  method: 'pem.addDNSHosting',
  group: 'domains',
  since: '2.6.4',
  description: 'Hosts the zone of a domain on the panel’s name servers.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }],
  callers: 'reseller',
  owner: ofDomain,
  params: struct({
    domain_id: int('Domain.'),
    hosting_rt_id: optional(int('Resource type that it uses up; chosen by the panel when absent.')),
  }),
  result: null,
  source: reference(54),
});

export const removeDNSHosting = operation({
  method: 'pem.removeDNSHosting',
  group: 'domains',
  since: '2.6.4',
  description: 'Leaves the zone of a domain to name servers elsewhere.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }],
  callers: 'reseller',
  owner: ofDomain,
  params: struct({ domain_id: int('Domain.') }),
  result: null,
  source: reference(67),
});

export const createDNSRecord = operation({
  method: 'pem.createDNSRecord',
  group: 'domains',
  since: '2.6.1 hotfix 4',
  description: 'Creates a DNS record.',
  effect: 'write',
  changes: [{ type: 'Domain' }],
  callers: 'reseller',
  owner: ofDomainNamed,
  params: struct({
    domain_name: string('Domain.'),
    host: string('Host part.'),
    ttl: optional(int('Time to live.', { unit: 'seconds' })),
    type: string('Type.', {
      open: true,
      values: [
        { value: 'A', meaning: 'address' },
        { value: 'CNAME', meaning: 'alias' },
        { value: 'TXT', meaning: 'text' },
        { value: 'MX', meaning: 'mail exchanger' },
      ],
    }),
    data: string('Content.'),
  }),
  result: struct({ record_id: key(int('The new record; no call lists records.')) }),
  source: reference(62),
  notes: 'Resellers may call it since 2.6.4.',
});

export const deleteDNSRecord = operation({
  method: 'pem.deleteDNSRecord',
  group: 'domains',
  since: '2.6.1 hotfix 4',
  description: 'Deletes a DNS record.',
  effect: 'write',
  changes: [{ type: 'Domain' }],
  destructive: true,
  callers: 'reseller',
  params: struct({ record_id: int('Record.') }),
  result: null,
  source: reference(62),
  notes: 'Resellers may call it since 2.6.4.',
});

export const importCertificate = operation({
  method: 'pem.importCertificate',
  group: 'domains',
  since: '2.3',
  description: 'Installs certificates for a site.',
  effect: 'idempotentWrite',
  changes: [{ type: 'Domain' }],
  owner: ofDomain,
  params: struct(
    {
      domain_id: int('Domain.'),
      cert: optional(string('Certificate.')),
      priv_key: optional(string('Its private key.', { secret: true })),
      ca_cert: optional(string('Certificate of who signed it.')),
    },
    'Printed without brackets; the text says which may be left out.',
    { constraints: [{ rule: 'anySet', sets: [['ca_cert'], ['cert', 'priv_key']] }] },
  ),
  result: null,
  source: reference(67),
});
