import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { ofServiceUser, ofSubscription } from './owners.js';
import { reference } from './reference.js';
import { propertyName } from './service-user-properties.js';

const password = string('Password.', { secret: true });
const checkQuality = boolean('Check the password by the provider’s rules.');

export const addUser = operation({
  method: 'pem.addUser',
  group: 'service users',
  since: '2.6.5',
  description: 'Creates a service user.',
  effect: 'write',
  owner: ofSubscription,
  params: struct({
    subscription_id: int('Subscription.'),
    login: string('Login.'),
    password,
    check_password_quality: optional(checkQuality),
    properties: optional(
      array(
        struct({ name: propertyName, value: string('Its value.') }),
        'Name and value pairs; `display_name` is the login when absent.',
      ),
    ),
  }),
  result: struct({ user_id: key(int('The new service user.')) }),
  source: reference(103),
});

/** The member of the value is printed `values` here, and `value` in every sibling: `modifyUserValueMember` decides. */
export const modifyUser = operation({
  method: 'pem.modifyUser',
  group: 'service users',
  since: '2.6.5',
  description: 'Changes a service user.',
  effect: 'idempotentWrite',
  owner: ofServiceUser,
  params: struct({
    user_id: int('Service user.'),
    login: optional(string('New login.')),
    properties: optional(
      array(
        struct(
          {
            name: propertyName,
            value: optional(string('Its value.', { assumed: true })),
            values: optional(string('Its value, as printed.')),
          },
          'One property.',
          { constraints: [{ rule: 'exactlyOneOf', members: ['value', 'values'] }] },
        ),
        'Name and value pairs.',
      ),
    ),
  }),
  result: null,
  source: reference(109),
});

export const changeUserPassword = operation({
  method: 'pem.changeUserPassword',
  group: 'service users',
  since: '2.6.5',
  description: 'Sets the password of a service user.',
  effect: 'idempotentWrite',
  owner: ofServiceUser,
  params: struct({
    user_id: int('Service user.'),
    password,
    check_password_quality: optional({ ...checkQuality, default: false }),
  }),
  result: null,
  source: reference(105),
});

const user = struct({ user_id: int('Service user.') });

export const enableUser = operation({
  method: 'pem.enableUser',
  group: 'service users',
  since: '2.6.5',
  description: 'Enables a service user.',
  effect: 'idempotentWrite',
  owner: ofServiceUser,
  params: user,
  result: null,
  source: reference(106),
});

export const disableUser = operation({
  method: 'pem.disableUser',
  group: 'service users',
  since: '2.6.5',
  description: 'Disables a service user.',
  effect: 'idempotentWrite',
  owner: ofServiceUser,
  params: user,
  result: null,
  source: reference(105),
});

export const removeUser = operation({
  method: 'pem.removeUser',
  group: 'service users',
  since: '2.6.5',
  description: 'Removes a service user.',
  effect: 'write',
  destructive: true,
  owner: ofServiceUser,
  params: user,
  result: null,
  source: reference(111),
});
