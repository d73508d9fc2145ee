import { operation } from '../../../src/operation/operation.js';
import { array, boolean, int, key, optional, string, struct } from '../../../src/operation/shape.js';
import { reference } from './reference.js';

const password = string('Password.', { secret: true });
const checkQuality = optional(boolean('Check the password by the provider’s rules.', { default: false }));

export const addUser = operation({
  method: 'pem.addUser',
  group: 'service users',
  since: '2.6.5',
  description: 'Creates a service user.',
  effect: 'write',
  params: struct({
    subscription_id: int('Subscription.'),
    login: string('Login.'),
    password,
    check_password_quality: checkQuality,
    properties: optional(
      array(
        struct({ name: string('Property.'), value: string('Its value.') }),
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
  params: struct({
    user_id: int('Service user.'),
    login: optional(string('New login.')),
    properties: optional(
      array(
        struct(
          {
            name: string('Property.'),
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
  params: struct({ user_id: int('Service user.'), password, check_password_quality: checkQuality }),
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
  params: user,
  result: null,
  source: reference(111),
});
