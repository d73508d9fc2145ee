import { type MethodTable, method } from '../method.js';
import { int, string } from '../parameters.js';
import type { ServiceUser } from '../records.js';
import { found } from '../refusal.js';

/** @see POA Public API Reference 2.8, "Service Users Management" */
export const userMethods: MethodTable = {
  'pem.getUsers': method({ subscription_id: int }, (data, { subscription_id }) => {
    found(data.subscriptions.get(subscription_id), 'Subscription', subscription_id);
    return data.users
      .filter((user) => user.subscriptionId === subscription_id)
      .map((user) => ({ user_id: user.id, display_name: displayName(user), login: user.login }));
  }),

  'pem.getUserInfo': method({ user_id: int }, (data, { user_id }) => {
    const user = found(data.users.get(user_id), 'Service user', user_id);
    return {
      user_id,
      subscription_id: user.subscriptionId,
      login: user.login,
      enabled: user.enabled,
      status: user.status,
      properties: user.properties.map(({ name, value }) => ({ name, value })),
      services: user.services,
    };
  }),

  'pem.getUserByLogin': method({ login: string }, (data, { login }) => {
    const user = data.users.find((row) => row.login === login);
    return { user_id: found(user, 'Service user', login).id };
  }),
};

/** The property of that name; users without it are shown by their login. */
export function displayName(user: ServiceUser): string {
  return user.properties.find(({ name }) => name === 'display_name')?.value ?? user.login;
}
