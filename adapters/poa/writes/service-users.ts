import {
  type NameValueInput,
  type PanelWrites,
  toGlobalId,
  type WriteMethod,
} from '../../../src/model/index.js';
import { invalid, rejectedWhenRefused } from '../../../src/writes/refusal.js';
import type { PoaSettings } from '../config.js';
import {
  addUser,
  changeUserPassword,
  disableUser,
  enableUser,
  getUserByLogin,
  getUserInfo,
  modifyUser,
  removeUser,
} from '../operations/index.js';
import { isGiven } from './checks.js';
import { removal } from './removal.js';
import { applied, refusal, rejected } from './results.js';
import { fingerprintOf, propertyErrors } from './service-user-properties.js';
import { lookUp } from './sighting.js';

const DELETING = 2;

/** Service users. No call reads passwords, so what is lost on the way of one stays unknown. */
export function serviceUserWrites(
  backend: string,
  { modifyUserValueMember }: Pick<PoaSettings, 'modifyUserValueMember'>,
): PanelWrites {
  const idOf = (nativeId: string) => toGlobalId(backend, 'ServiceUser', nativeId);
  const done = (nativeId: string) => applied({ nodes: { serviceUser: idOf(nativeId) } });

  const setEnabled = (
    operation: typeof enableUser,
    isEnabled: boolean,
  ): WriteMethod<{ serviceUserId: string }> => ({
    run: ({ serviceUserId }, session) =>
      rejectedWhenRefused(async () => {
        await session.remember({ serviceUserId });
        await session.send(operation, { user_id: Number(serviceUserId) });
        return done(serviceUserId);
      }),
    reconcile: async ({ snapshot }, read) => {
      const serviceUserId = String(snapshot?.serviceUserId);
      const { enabled } = await read(getUserInfo, { user_id: Number(serviceUserId) });
      return enabled === isEnabled ? done(serviceUserId) : null;
    },
  });

  const wireProperties = (properties: readonly NameValueInput[]) =>
    properties.map(({ name, value }) =>
      modifyUserValueMember === 'value' ? { name, value } : { name, values: value },
    );

  return {
    createServiceUser: {
      check: ({ login, properties }) => [
        ...(login === '' ? [invalid('login must not be empty', 'login')] : []),
        ...propertyErrors(properties),
      ],
      run: ({ subscriptionId, login, password, checkQuality, properties }, session) =>
        rejectedWhenRefused(async () => {
          const taken = await lookUp(session.read, getUserByLogin, { login });
          if (taken.is === 'there') return rejected(refusal('TAKEN', 'The login is in use.', 'login'));
          if (taken.is === 'absent') await session.remember({ subscriptionId, login });
          const { user_id: userId } = await session.send(addUser, {
            subscription_id: Number(subscriptionId),
            login,
            password,
            check_password_quality: checkQuality ?? undefined,
            properties: properties ?? undefined,
          });
          return done(String(userId));
        }),
      // Nobody had the login before.
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const found = await lookUp(read, getUserByLogin, { login: String(snapshot.login) });
        if (found.is !== 'there') return null;
        const user = await read(getUserInfo, { user_id: found.answer.user_id });
        return String(user.subscription_id) === snapshot.subscriptionId
          ? done(String(found.answer.user_id))
          : null;
      },
    },

    updateServiceUser: {
      check: ({ login, properties }) => [
        ...(isGiven(login) || isGiven(properties)
          ? []
          : [invalid('login or properties is required', 'login')]),
        ...(login === '' ? [invalid('login must not be empty', 'login')] : []),
        ...propertyErrors(properties),
      ],
      run: ({ serviceUserId, login, properties }, session) =>
        rejectedWhenRefused(async () => {
          await session.remember({
            serviceUserId,
            login: login ?? null,
            names: (properties ?? []).map(({ name }) => name),
            properties: fingerprintOf(properties ?? []),
          });
          await session.send(modifyUser, {
            user_id: Number(serviceUserId),
            login: login ?? undefined,
            properties: isGiven(properties) ? wireProperties(properties) : undefined,
          });
          return done(serviceUserId);
        }),
      reconcile: async ({ snapshot }, read) => {
        if (snapshot === null) return null;
        const serviceUserId = String(snapshot.serviceUserId);
        const names = snapshot.names as readonly string[];
        const user = await read(getUserInfo, { user_id: Number(serviceUserId) });
        const now = (user.properties ?? [])
          .filter(({ name }) => names.includes(name))
          .map(({ name, value }) => ({ name, value: value ?? '' }));
        const isIt =
          fingerprintOf(now) === snapshot.properties &&
          (snapshot.login === null || snapshot.login === user.login);
        return isIt ? done(serviceUserId) : null;
      },
    },

    setServiceUserPassword: {
      run: ({ serviceUserId, password, checkQuality }, session) =>
        rejectedWhenRefused(async () => {
          await session.send(changeUserPassword, {
            user_id: Number(serviceUserId),
            password,
            check_password_quality: checkQuality ?? undefined,
          });
          return done(serviceUserId);
        }),
    },

    enableServiceUser: setEnabled(enableUser, true),
    disableServiceUser: setEnabled(disableUser, false),
    deleteServiceUser: removal({
      idOf: ({ serviceUserId }: { serviceUserId: string }) => serviceUserId,
      toDeletedId: idOf,
      look: (read, id) => lookUp(read, getUserInfo, { user_id: Number(id) }),
      remove: (send, id) => send(removeUser, { user_id: Number(id) }),
      isGoing: ({ status }) => status === DELETING,
    }),
  };
}
