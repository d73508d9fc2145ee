import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { arrayOf, boolean, int, optional, string, structOf } from '../parameters.js';
import type { NameValue, ServiceUser } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { activeSubscription, use } from '../resource-use.js';
import { RESOURCE } from '../seed/catalogue.js';
import { WINDOWS_DOMAIN } from '../seed/domains.js';
import { findPropertyFlaw } from '../user-properties.js';
import { checkQuality } from './member-writes.js';
import { removeServiceUser } from './removal.js';

/** @see POA Public API Reference 2.8, "Service Users Management" */
export const userWriteMethods: MethodTable = {
  'pem.addUser': write(
    {
      subscription_id: int,
      login: string,
      password: string,
      check_password_quality: optional(boolean),
      properties: optional(arrayOf(structOf({ name: string, value: string }))),
    },
    (data, { subscription_id, login, password, check_password_quality, properties = [] }) => {
      activeSubscription(data, subscription_id);
      checkLogin(data, login);
      checkQuality(password, check_password_quality);
      use(data, subscription_id, RESOURCE.users, 1n);
      const id = data.nextId('users');
      data.users.put({
        id,
        subscriptionId: subscription_id,
        login,
        enabled: true,
        status: 0,
        properties: changedProperties([], properties),
        services: [`AD:${WINDOWS_DOMAIN}`],
      });
      return { user_id: id };
    },
  ),

  /** The reference prints `values` where its siblings have `value`: both are taken. */
  'pem.modifyUser': write(
    {
      user_id: int,
      login: optional(string),
      properties: optional(
        arrayOf(structOf({ name: string, value: optional(string), values: optional(string) })),
      ),
    },
    (data, { user_id, login, properties = [] }) => {
      const user = userOf(data, user_id);
      if (login !== undefined && login !== user.login) checkLogin(data, login);
      const pairs = properties.map(({ name, value, values }) => {
        if ((value === undefined) === (values === undefined)) {
          throw Refusal.invalidArguments(`Property ${name} has one value`);
        }
        return { name, value: value ?? values ?? '' };
      });
      data.users.put({
        ...user,
        login: login ?? user.login,
        properties: changedProperties(user.properties, pairs),
      });
    },
  ),

  'pem.changeUserPassword': write(
    { user_id: int, password: string, check_password_quality: optional(boolean) },
    (data, { user_id, password, check_password_quality }) => {
      userOf(data, user_id);
      checkQuality(password, check_password_quality);
    },
  ),

  'pem.enableUser': setEnabled(true),
  'pem.disableUser': setEnabled(false),

  'pem.removeUser': write({ user_id: int }, (data, { user_id }) => {
    const user = userOf(data, user_id);
    removeServiceUser(data, user);
    use(data, user.subscriptionId, RESOURCE.users, -1n);
  }),
};

function setEnabled(enabled: boolean) {
  return write({ user_id: int }, (data, { user_id }) => {
    data.users.put({ ...userOf(data, user_id), enabled });
  });
}

function userOf(data: Data, id: number): ServiceUser {
  return found(data.users.get(id), 'Service user', id);
}

function checkLogin(data: Data, login: string): void {
  if (login === '') throw Refusal.invalidArguments('login is empty');
  if (data.users.find((row) => row.login === login) !== undefined)
    throw Refusal.exists('Service user', login);
}

/** Properties that are not named stay as they are. */
function changedProperties(before: readonly NameValue[], changes: readonly NameValue[]): NameValue[] {
  const all = new Map(before.map(({ name, value }) => [name, value]));
  for (const { name, value } of changes) {
    const flaw = findPropertyFlaw(name, value);
    if (flaw !== undefined) throw Refusal.invalidArguments(flaw);
    all.set(name, value);
  }
  return [...all].map(([name, value]) => ({ name, value }));
}
