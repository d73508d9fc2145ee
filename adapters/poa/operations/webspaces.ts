import { operation } from '../../../src/operation/operation.js';
import { array, int, int64, key, string, struct } from '../../../src/operation/shape.js';
import { ofSubscription } from './owners.js';
import { reference } from './reference.js';

export const getSubscriptionWebspaces = operation({
  method: 'pem.getSubscriptionWebspaces',
  group: 'webspaces',
  since: '2.8',
  description: 'Webspaces of a subscription.',
  effect: 'read',
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: array(
    struct({
      webspace_id: key(int('Webspace.')),
      host_id: int('Host.'),
      host_name: string('Fully qualified name of the host.'),
      path: string('Path on the host.'),
    }),
    'Webspaces.',
  ),
  source: reference(77),
});

/** The address is printed as an int. A string reads both, and servers send dotted addresses. */
export const getWebspacesList = operation({
  method: 'pem.getWebspacesList',
  group: 'webspaces',
  since: '2.4',
  description: 'Apache webspaces of a subscription.',
  effect: 'read',
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: array(
    struct({
      host_ip: string('IP address of the host.', { assumed: true }),
      webspace_id: key(int('Webspace.')),
      path: string('Path on the host.'),
      domain_id: int('Domain that is part of the URL of instant access.'),
      domain_name: string('URL of instant access.'),
    }),
    'Webspaces.',
  ),
  source: reference(78),
});

/** The only documented read of 2.8 that takes a list of ids. */
export const getWebspacesInfo = operation({
  method: 'pem.iis.getWebspacesInfo',
  group: 'webspaces',
  since: '2.8',
  description: 'Properties of several IIS webspaces at once.',
  effect: 'read',
  params: struct({ webspace_id_list: array(int('Webspace.'), 'Webspaces.') }),
  result: array(
    struct({
      webspace_id: key(int('Webspace.')),
      host_id: int('Host.'),
      host_name: string('Fully qualified name of the host.'),
      path: string('Path on the host.'),
      disk_space_limit: int64('Limit of disk space.'),
    }),
    'Webspaces.',
  ),
  source: reference(77),
});
