import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, string, struct } from '../../../src/operation/shape.js';
import { ofServiceUser, ofSubscription } from './owners.js';
import { reference } from './reference.js';
import { answeredProperties } from './service-user-properties.js';

export const getUsers = operation({
  method: 'pem.getUsers',
  group: 'service users',
  since: '2.6.5',
  description: 'Service users of a subscription.',
  effect: 'read',
  owner: ofSubscription,
  params: struct({ subscription_id: int('Subscription.') }),
  result: array(
    struct({
      user_id: key(int('Service user.')),
      display_name: string('Display name.'),
      login: string('Login.'),
    }),
    'Service users.',
  ),
  source: reference(109),
});

export const getUserInfo = operation({
  method: 'pem.getUserInfo',
  group: 'service users',
  since: '2.6.5',
  description: 'Properties of a service user.',
  effect: 'read',
  owner: ofServiceUser,
  params: struct({ user_id: int('Service user.') }),
  result: struct({
    user_id: int('Service user.'),
    subscription_id: int('Subscription that the user belongs to.'),
    login: string('Login.'),
    enabled: boolean('The user is enabled.'),
    status: int('Status.', {
      values: [
        { value: 0, meaning: 'ready' },
        { value: 1, meaning: 'updating' },
        { value: 2, meaning: 'deleting' },
      ],
    }),
    properties: answeredProperties,
    services: array(
      string('Service.', {
        open: true,
        values: [
          { value: 'Exchange', meaning: 'MS Exchange' },
          { value: 'FPSE', meaning: 'FrontPage Server Extensions' },
          { value: 'WSS', meaning: 'SharePoint Services' },
          { value: 'WSS-ADMIN', meaning: 'SharePoint Services, site administrator' },
          { value: 'FTP', meaning: 'IIS FTP' },
          { value: 'WinFM', meaning: 'Windows file manager' },
        ],
      }),
      'Services that the user belongs to; `AD:<domain>` names an Active Directory domain.',
    ),
  }),
  source: reference(106),
});

export const getUserByLogin = operation({
  method: 'pem.getUserByLogin',
  group: 'service users',
  since: '2.6.5',
  description: 'Finds a service user by login.',
  effect: 'read',
  missIsFailure: true,
  params: struct({ login: string('Login.') }),
  result: struct({ user_id: key(int('Service user.')) }),
  source: reference(106),
});
