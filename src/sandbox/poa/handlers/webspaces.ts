import type { Data } from '../data.js';
import { type MethodTable, method } from '../method.js';
import { arrayOf, int } from '../parameters.js';
import { found } from '../refusal.js';
import type { Host, Webspace } from '../web-records.js';
import { hostOf, iisWebspace } from './websites.js';

/** @see POA Public API Reference 2.8, "Webspace Management" */
export const webspaceMethods: MethodTable = {
  'pem.getSubscriptionWebspaces': method({ subscription_id: int }, (data, { subscription_id }) =>
    webspacesOf(data, subscription_id).map(({ webspace, host }) => ({
      webspace_id: webspace.id,
      host_id: host.id,
      host_name: host.name,
      path: webspace.path,
    })),
  ),

  /**
   * Apache only. `host_ip` is printed as int, which an address cannot be: a dotted string is sent.
   * A webspace that has lost its domains is reached by the name of its host.
   */
  'pem.getWebspacesList': method({ subscription_id: int }, (data, { subscription_id }) =>
    webspacesOf(data, subscription_id)
      .filter(({ host }) => host.iisVersion === undefined)
      .map(({ webspace, host }) => {
        const [domainId] = webspace.domainIds;
        const parent = domainId === undefined ? host.name : domainName(data, domainId);
        return {
          host_ip: host.ip,
          webspace_id: webspace.id,
          path: webspace.path,
          domain_id: domainId ?? 0,
          domain_name: `webspace-${webspace.id}.${parent}`,
        };
      }),
  ),

  'pem.iis.getWebspacesInfo': method({ webspace_id_list: arrayOf(int) }, (data, { webspace_id_list }) =>
    webspace_id_list.map((id) => {
      const { webspace } = iisWebspace(data, id);
      const host = hostOf(data, webspace);
      return {
        webspace_id: id,
        host_id: host.id,
        host_name: host.name,
        path: webspace.path,
        disk_space_limit: String(webspace.diskSpaceLimit),
      };
    }),
  ),

  'pem.iis.getSubscriptionWebsites': method({ subscription_id: int }, (data, { subscription_id }) =>
    webspacesOf(data, subscription_id).flatMap(({ webspace, host }) => {
      const { iisVersion } = host;
      if (iisVersion === undefined) return [];
      return webspace.domainIds.map((domainId) => ({
        webspace_id: webspace.id,
        domain_id: domainId,
        domain_name: domainName(data, domainId),
        ip_address: host.ip,
        iis_version: iisVersion,
      }));
    }),
  ),

  'pem.iis.getSubscriptionSharePointSites': method({ subscription_id: int }, (data, { subscription_id }) => {
    found(data.subscriptions.get(subscription_id), 'Subscription', subscription_id);
    return data.sharePointSites
      .filter((site) => site.subscriptionId === subscription_id)
      .map((site) => ({
        domain_id: site.id,
        domain_name: domainName(data, site.id),
        ip_address: site.ip,
        sharepoint_version: site.version,
        content_quota: String(site.quota),
        content_usage: String(site.usage),
      }));
  }),
};

function webspacesOf(data: Data, subscriptionId: number): { webspace: Webspace; host: Host }[] {
  found(data.subscriptions.get(subscriptionId), 'Subscription', subscriptionId);
  return data.webspaces
    .filter((webspace) => webspace.subscriptionId === subscriptionId)
    .map((webspace) => ({ webspace, host: hostOf(data, webspace) }));
}

function domainName(data: Data, id: number): string {
  return found(data.domains.get(id), 'Domain', id).name;
}
