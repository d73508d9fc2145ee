import { CODE, ROLE } from '../codes.js';
import { type ActorContext, method } from '../method.js';
import type { MspcSettings } from '../options.js';
import type { UserRecord } from '../records.js';
import { canAct, canUpdate, firstFailure, isWithin } from '../rights.js';
import { nullReference } from '../soap/soap-fault.js';
import type { MspcState } from '../state.js';
import { userStatus } from '../types/enums.js';
import { type UserInfo, userInfo } from '../types/user-info.js';
import { bool, int, text } from '../xml/scalars.js';
import { deletePackageTree } from './package-writes.js';

/** AddUser answers this where the owner is none of the caller's. */
const NOT_UNDER_THAT_OWNER = -2;

const ILLEGAL_IN_USERNAME = /[\\/:*?<>|"]/;

/** What UpdateUser replaces, all of it: a member left out is cleared. */
function replaceableFields(user: UserInfo) {
  return {
    roleId: user.roleId,
    statusId: user.statusId,
    loginStatusId: user.loginStatusId,
    isPeer: user.isPeer,
    isDemo: user.isDemo,
    comments: user.comments,
    lastName: user.lastName,
    firstName: user.firstName,
    email: user.email,
    secondaryEmail: user.secondaryEmail,
    primaryPhone: user.primaryPhone,
    secondaryPhone: user.secondaryPhone,
    fax: user.fax,
    instantMessenger: user.instantMessenger,
    address: user.address,
    city: user.city,
    state: user.state,
    zip: user.zip,
    country: user.country,
    htmlMail: user.htmlMail,
    companyName: user.companyName,
    ecommerceEnabled: user.ecommerceEnabled && user.roleId !== ROLE.user,
    subscriberNumber: user.subscriberNumber,
    additionalParams: user.additionalParams,
  };
}

function passwordOf(settings: MspcSettings, user: UserInfo, parameter: string | null): string | null {
  switch (settings.addUser) {
    case undefined:
      return user.password ?? parameter;
    case 2:
      return user.password;
    case 3:
    case 4:
      return parameter;
    default:
      return settings.addUser satisfies never;
  }
}

function addUser({ state, actor, settings, clock }: ActorContext, user: UserInfo, password: string | null) {
  const username = (user.username ?? '').trim();
  if (username === '' || ILLEGAL_IN_USERNAME.test(username)) return CODE.invalidUserName;
  if (state.userNamed(username) !== undefined) return CODE.userAlreadyExists;
  if (!canAct(state, actor, user.ownerId)) return NOT_UNDER_THAT_OWNER;
  const mayMakeAdministrator = actor.roleId === ROLE.administrator;
  const roleId = user.roleId === ROLE.administrator && !mayMakeAdministrator ? ROLE.user : user.roleId;
  const now = clock.now();
  const added = state.users.insert((userId) => ({
    ...replaceableFields({ ...user, roleId }),
    userId,
    ownerId: user.ownerId,
    username,
    password: passwordOf(settings, user, password),
    failedLogins: 0,
    created: now,
    changed: now,
  }));
  state.carryOut();
  return added.userId;
}

function updateUser({ state, actor, clock }: ActorContext, user: UserInfo): number {
  const stored = state.users.get(user.userId);
  if (stored === undefined) throw nullReference();
  if (
    stored.roleId === ROLE.reseller &&
    user.roleId === ROLE.user &&
    state.users.all().some((child) => child.ownerId === stored.userId && !child.isPeer)
  ) {
    return CODE.userHasUsers;
  }
  if (!canUpdate(state, actor, stored)) return 0;
  const failedLogins = user.loginStatusId === 0 ? 0 : stored.failedLogins;
  Object.assign(stored, replaceableFields(user), { failedLogins, changed: clock.now() });
  state.carryOut();
  return 0;
}

/** The user, its peers, and everybody below, with all their packages. */
function changeStatus(state: MspcState, target: UserRecord, statusId: number): void {
  const affected = state.users.all().filter(({ userId }) => isWithin(state, target.userId, userId));
  for (const user of affected) user.statusId = statusId;
  const ids = new Set(affected.map(({ userId }) => userId));
  for (const record of state.packages.all()) {
    if (ids.has(record.userId)) record.statusId = statusId;
  }
  state.carryOut();
}

/** Packages first, then peers, then the user. */
function deleteUser(state: MspcState, userId: number): void {
  const ids = state.packages.all().flatMap((record) => (record.userId === userId ? [record.packageId] : []));
  for (const packageId of ids) deletePackageTree(state, packageId);
  for (const user of state.users.all()) {
    if (user.isPeer && user.ownerId === userId) state.users.delete(user.userId);
  }
  state.users.delete(userId);
}

/** esUsers.asmx: what changes something. */
export const userWriteMethods = {
  AddUser: method(
    { user: userInfo, sendLetter: bool, password: text },
    int,
    (context: ActorContext, { user, password }) => {
      const refused = firstFailure(context.actor, ['notDemo']);
      if (refused !== 0) return refused;
      if (user === null) throw nullReference();
      return addUser(context, user, password);
    },
  ),

  UpdateUser: method({ user: userInfo }, int, (context: ActorContext, { user }) => {
    const refused = firstFailure(context.actor, ['notDemo']);
    if (refused !== 0) return refused;
    if (user === null) throw nullReference();
    return updateUser(context, user);
  }),

  DeleteUser: method({ userId: int }, int, ({ state, actor }: ActorContext, { userId }) => {
    const refused = firstFailure(actor, ['notDemo']);
    if (refused !== 0) return refused;
    if (state.users.all().some((user) => user.ownerId === userId && !user.isPeer)) return CODE.userHasUsers;
    const target = state.users.get(userId);
    if (target !== undefined && canUpdate(state, actor, target)) {
      state.inBackground(() => deleteUser(state, userId));
      state.carryOut();
    }
    return 0;
  }),

  ChangeUserPassword: method(
    { userId: int, password: text },
    int,
    ({ state, actor, clock }: ActorContext, { userId, password }) => {
      const refused = firstFailure(actor, ['notDemo']);
      if (refused !== 0) return refused;
      const target = state.users.get(userId);
      if (target === undefined) throw nullReference();
      if (!canUpdate(state, actor, target)) return 0;
      Object.assign(target, { password, changed: clock.now() });
      state.carryOut();
      return 0;
    },
  ),

  ChangeUserStatus: method(
    { userId: int, status: userStatus },
    int,
    ({ state, actor }: ActorContext, { userId, status }) => {
      const refused = firstFailure(actor, ['notDemo']);
      if (refused !== 0) return refused;
      const target = state.users.get(userId);
      if (target === undefined) throw nullReference();
      if (canUpdate(state, actor, target)) changeStatus(state, target, status);
      return 0;
    },
  ),
};
