import { operation } from '../../../src/operation/operation.js';
import { boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { reference } from './reference.js';

/** Which of several webspaces is meant; with neither of them, the subscription must have only one. */
const CHOICE = {
  webspace_id: optional(int('Webspace, where the subscription has several.')),
  domain_name: optional(string('A domain of the webspace, where the subscription has several.')),
} as const;
const ONE_CHOICE = [{ rule: 'atMostOneOf', members: ['webspace_id', 'domain_name'] }] as const;

export const getFTPUser = operation({
  method: 'pem.getFTPUser',
  group: 'webspaces',
  since: '2.4',
  description: 'Login of the primary FTP user of a webspace.',
  effect: 'read',
  missIsFailure: true,
  params: struct(
    { subscription_id: int('Subscription.'), ...CHOICE },
    'The subscription and, where it has several, the webspace.',
    { constraints: ONE_CHOICE },
  ),
  result: struct({ username: key(string('Login.')) }),
  source: reference(71),
});

export const setFTPPassword = operation({
  method: 'pem.setFTPPassword',
  group: 'webspaces',
  since: '2.4',
  description: 'Sets the password of the primary FTP user of a webspace.',
  effect: 'idempotentWrite',
  params: struct(
    {
      subscription_id: int('Subscription.'),
      password: string('Password.', { secret: true }),
      password_crypted: boolean('The password is encrypted, which IIS does not support.'),
      ...CHOICE,
    },
    'The password, the subscription and, where it has several, the webspace.',
    { constraints: ONE_CHOICE },
  ),
  result: null,
  source: reference(75),
});
