import { operation } from '../../../src/operation/operation.js';
import { array, int, int64, key, string, struct } from '../../../src/operation/shape.js';
import { ofSubscription } from './owners.js';
import { reference } from './reference.js';

export const getSubscriptionWebsites = operation({
  method: 'pem.iis.getSubscriptionWebsites',
  group: 'webspaces',
  since: '2.8',
  description: 'IIS websites of a subscription.',
  effect: 'read',
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: array(
    struct({
      webspace_id: int('Webspace.'),
      domain_id: key(int('Domain of the website.')),
      domain_name: string('Its name.'),
      ip_address: string('IP address.'),
      iis_version: string('Version of IIS.', {
        values: [
          { value: '6', meaning: 'IIS 6.0' },
          { value: '7', meaning: 'IIS 7.0' },
        ],
      }),
    }),
    'Websites.',
  ),
  source: reference(75),
});

export const getSubscriptionSharePointSites = operation({
  method: 'pem.iis.getSubscriptionSharePointSites',
  group: 'webspaces',
  since: '2.8',
  description: 'SharePoint sites of a subscription.',
  effect: 'read',
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: array(
    struct({
      domain_id: key(int('Domain of the site.')),
      domain_name: string('Its name.'),
      ip_address: string('IP address.'),
      sharepoint_version: string('Version of SharePoint.', {
        values: [
          { value: '2.0', meaning: 'SharePoint 2.0' },
          { value: '3.0', meaning: 'SharePoint 3.0' },
        ],
      }),
      content_quota: int64('Quota of storage.', { unit: 'KiB' }),
      content_usage: int64('Used storage.', { unit: 'KiB' }),
    }),
    'SharePoint sites.',
  ),
  source: reference(76),
});
