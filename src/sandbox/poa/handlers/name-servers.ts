import { type MethodTable, method, write } from '../method.js';
import { int, optional, string } from '../parameters.js';
import { found } from '../refusal.js';
import { hasDns, subscriptionWithDns } from './dns.js';
import { dnsSubscription, domainNamed } from './domains.js';

export const NAME_SERVERS = ['ns1.nordhost.example', 'ns2.nordhost.example'];

/** @see POA Public API Reference 2.8, "Domains Management" */
export const nameServerMethods: MethodTable = {
  'pem.getNameServers': method(
    { domain_name: string, subscription_id: optional(int) },
    (data, { domain_name, subscription_id }) => {
      if (subscription_id !== undefined) {
        const key = `${subscription_id}/${domain_name.toLowerCase()}`;
        return found(data.domainRequests.get(key), 'Domain request', domain_name).nameServers;
      }
      const domain = domainNamed(data, domain_name);
      return dnsSubscription(domain) === 0 ? [] : (domain.formerNameServers ?? NAME_SERVERS);
    },
  ),

  /** None for an account that has no DNS hosting. */
  'pem.getRequiredNameServers': method({ domain_name: string }, (data, { domain_name }) =>
    hasDns(data, domainNamed(data, domain_name)) ? NAME_SERVERS : [],
  ),

  'pem.syncNameServers': write({ domain_name: string }, (data, { domain_name }) => {
    const { formerNameServers: _, ...domain } = domainNamed(data, domain_name);
    subscriptionWithDns(data, domain);
    data.domains.put(domain);
  }),
};
