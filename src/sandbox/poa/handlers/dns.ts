import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { int, optional, string } from '../parameters.js';
import type { Domain, Subscription } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { has, use } from '../resource-use.js';
import { RESOURCE } from '../seed/catalogue.js';
import { dnsSubscription, domainBy, domainNamed } from './domains.js';
import { setHostings } from './new-domain.js';
import { typeOf } from './subscriptions.js';

const RECORD_TYPES = ['A', 'CNAME', 'TXT', 'MX'];

/** @see POA Public API Reference 2.8, "Domains Management" */
export const dnsMethods: MethodTable = {
  'pem.addDNSHosting': write(
    { domain_id: int, hosting_rt_id: optional(int) },
    (data, { domain_id, hosting_rt_id }) => {
      const domain = domainBy(data, domain_id, undefined);
      if (hosting_rt_id !== undefined && typeOf(data, hosting_rt_id).id !== RESOURCE.dns) {
        throw Refusal.invalidArguments(`Resource type ${hosting_rt_id} is no DNS hosting`);
      }
      if (dnsSubscription(domain) !== 0) throw Refusal.wrongState(`Domain ${domain_id} has DNS hosting`);
      const subscriptionId = subscriptionWithDns(data, domain);
      use(data, subscriptionId, RESOURCE.dns, 1n);
      setHostings(data, domain, [...domain.hostings, { service: 'dns', subscriptionId }]);
    },
  ),

  'pem.removeDNSHosting': write({ domain_id: int }, (data, { domain_id }) => {
    const domain = domainBy(data, domain_id, undefined);
    const subscriptionId = dnsSubscription(domain);
    if (subscriptionId === 0) throw Refusal.wrongState(`Domain ${domain_id} has no DNS hosting`);
    use(data, subscriptionId, RESOURCE.dns, -1n);
    setHostings(
      data,
      domain,
      domain.hostings.filter(({ service }) => service !== 'dns'),
    );
  }),

  'pem.createDNSRecord': write(
    { domain_name: string, host: string, ttl: optional(int), type: string, data: string },
    (data, { domain_name, host, ttl, type, data: content }) => {
      const domain = domainNamed(data, domain_name);
      if (!RECORD_TYPES.includes(type)) {
        throw Refusal.invalidArguments(`type is one of ${RECORD_TYPES.join(', ')}`);
      }
      if (ttl !== undefined && ttl < 0) throw Refusal.invalidArguments('ttl is negative');
      if (dnsSubscription(domain) === 0) throw Refusal.wrongState(`Domain ${domain_name} has no DNS hosting`);
      const id = data.nextId('dnsRecords');
      data.dnsRecords.put({
        id,
        domainId: domain.id,
        host,
        type,
        data: content,
        ...(ttl !== undefined && { ttl }),
      });
      return { record_id: id };
    },
  ),

  'pem.deleteDNSRecord': write({ record_id: int }, (data, { record_id }) => {
    found(data.dnsRecords.get(record_id), 'DNS record', record_id);
    data.dnsRecords.remove(record_id);
  }),

  /** What it installs, no call reads: it is looked at and not kept. */
  'pem.importCertificate': write(
    { domain_id: int, cert: optional(string), priv_key: optional(string), ca_cert: optional(string) },
    (data, { domain_id, cert, priv_key, ca_cert }) => {
      domainBy(data, domain_id, undefined);
      const isPair = cert !== undefined && priv_key !== undefined;
      if ((cert === undefined) !== (priv_key === undefined) || (!isPair && ca_cert === undefined)) {
        throw Refusal.invalidArguments('cert with priv_key, or ca_cert, or all three are expected');
      }
    },
  ),
};

/** Whether the account of a domain has a subscription with DNS hosting. */
export function hasDns(data: Data, { ownerId }: Domain): boolean {
  return findDnsSubscription(data, ownerId) !== undefined;
}

/**
 * The first subscription of its owner with DNS hosting.
 *
 * @throws Refusal when there is none
 */
export function subscriptionWithDns(data: Data, { ownerId }: Domain): number {
  const subscription = findDnsSubscription(data, ownerId);
  if (subscription === undefined) throw Refusal.overLimit(`Account ${ownerId} has no DNS hosting`);
  return subscription.id;
}

function findDnsSubscription(data: Data, ownerId: number): Subscription | undefined {
  return data.subscriptions.find((row) => row.ownerId === ownerId && row.isActive && has(row, RESOURCE.dns));
}
