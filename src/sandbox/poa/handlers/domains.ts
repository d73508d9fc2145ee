import type { Data } from '../data.js';
import { type MethodTable, method, write } from '../method.js';
import { int, optional, string } from '../parameters.js';
import type { Domain } from '../records.js';
import { found, Refusal } from '../refusal.js';

/** @see POA Public API Reference 2.8, "Domain Management" */
export const domainMethods: MethodTable = {
  'pem.getDomainList': method({ subscription_id: int }, (data, { subscription_id }) => {
    found(data.subscriptions.get(subscription_id), 'Subscription', subscription_id);
    return data.domains
      .filter((domain) => domain.hostings.some((hosting) => hosting.subscriptionId === subscription_id))
      .map((domain) => ({
        domain_id: domain.id,
        domain_name: domain.name,
        domain_type: domain.type,
        domain_hosting_type: domain.hostingType,
        registrar_status: domain.registrarStatus,
        is_locked: domain.isLocked,
        dns_management_allowed: domain.dnsManagementAllowed,
      }));
  }),

  'pem.getDomainByName': method({ domain_name: string }, (data, { domain_name }) => {
    const domain = domainNamed(data, domain_name);
    return { domain_id: domain.id, owner_id: domain.ownerId, name: domain.name };
  }),

  'pem.getDomainSubscription': method(
    { domain_id: optional(int), domain_name: optional(string) },
    (data, { domain_id, domain_name }) => {
      if ((domain_id === undefined) === (domain_name === undefined)) {
        throw Refusal.invalidArguments('Exactly one of domain_id and domain_name is expected');
      }
      return { subscription_id: dnsSubscription(domainBy(data, domain_id, domain_name)) };
    },
  ),

  'pem.enableDomain': setLocked(false),
  'pem.disableDomain': setLocked(true),
};

/** The number is mandatory and the name wins over it, unlike in pem.removeDomain. */
function setLocked(isLocked: boolean) {
  return write({ domain_id: int, domain_name: optional(string) }, (data, { domain_id, domain_name }) => {
    data.domains.put({ ...domainBy(data, domain_id, domain_name), isLocked });
  });
}

export function domainBy(data: Data, id: number | undefined, name: string | undefined): Domain {
  if (name !== undefined) return domainNamed(data, name);
  return found(id === undefined ? undefined : data.domains.get(id), 'Domain', id ?? '');
}

export function domainNamed(data: Data, name: string): Domain {
  const wanted = name.toLowerCase();
  return found(
    data.domains.find((domain) => domain.name === wanted),
    'Domain',
    name,
  );
}

/** 0 for a domain without DNS hosting. */
export function dnsSubscription(domain: Domain): number {
  return domain.hostings.find((hosting) => hosting.service === 'dns')?.subscriptionId ?? 0;
}
