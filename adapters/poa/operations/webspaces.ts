import { operation } from '../../../src/operation/operation.js';
import { array, int, int64, key, string, struct } from '../../../src/operation/shape.js';
import { reference } from './reference.js';

export const getSubscriptionWebspaces = operation({
  method: 'pem.getSubscriptionWebspaces',
  group: 'webspaces',
  since: '2.8',
  description: 'Webspaces of a subscription.',
  effect: 'read',
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
