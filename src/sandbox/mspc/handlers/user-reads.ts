import { type ActorContext, method } from '../method.js';
import type { UserRecord } from '../records.js';
import { canAct, canRead, demandUser, isWithin } from '../rights.js';
import type { MspcState } from '../state.js';
import { toPartialUserInfo, toUserInfo, type UserInfo, userInfo, userList } from '../types/user-info.js';
import { bool, int, text } from '../xml/scalars.js';

/** The users right below an owner or all of them, without peers. */
export function usersBelow(state: MspcState, ownerId: number, recursive: boolean): UserRecord[] {
  return state.users
    .all()
    .filter(({ isPeer }) => !isPeer)
    .filter((user) =>
      recursive ? user.userId !== ownerId && isWithin(state, ownerId, user.userId) : user.ownerId === ownerId,
    );
}

/** A user that the caller may read; missing and forbidden look the same. */
function visible({ state, actor, settings }: ActorContext, user: UserRecord | undefined): UserInfo | null {
  if (user === undefined || !canRead(state, actor, user.userId)) return null;
  return toUserInfo(user, settings.showPasswords);
}

/** esUsers.asmx: what does not change anything and is not paged. */
export const userReadMethods = {
  UserExists: method(
    { username: text },
    bool,
    ({ state }: ActorContext, { username }) => state.userNamed(username ?? '') !== undefined,
  ),

  GetUserById: method({ userId: int }, userInfo, (context: ActorContext, { userId }) =>
    visible(context, context.state.users.get(userId)),
  ),

  GetUserByUsername: method({ username: text }, userInfo, (context: ActorContext, { username }) =>
    visible(context, context.state.userNamed(username ?? '')),
  ),

  GetUsers: method(
    { ownerId: int, recursive: bool },
    userList,
    ({ state, actor }: ActorContext, { ownerId, recursive }) =>
      canAct(state, actor, ownerId) ? usersBelow(state, ownerId, recursive).map(toPartialUserInfo) : [],
  ),

  /** The user itself and everybody above it, as far as the caller; the topmost first. */
  GetUserParents: method({ userId: int }, userList, ({ state, actor }: ActorContext, { userId }) => {
    demandUser(state, actor, userId);
    const top = actor.isPeer ? actor.ownerId : actor.userId;
    const upwards: UserRecord[] = [];
    for (let user = state.users.get(userId); user !== undefined; user = state.users.get(user.ownerId)) {
      upwards.push(user);
      if (user.userId === top) break;
    }
    return upwards.reverse().map(toPartialUserInfo);
  }),

  GetUserPeers: method({ userId: int }, userList, ({ state, actor }: ActorContext, { userId }) =>
    canAct(state, actor, userId)
      ? state.users
          .all()
          .filter((user) => user.isPeer && user.ownerId === userId)
          .map(toPartialUserInfo)
      : [],
  ),
};
