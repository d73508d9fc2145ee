import { CODE, ROLE, STATUS } from './codes.js';
import type { PackageRecord, UserRecord } from './records.js';
import { databaseFault } from './soap/soap-fault.js';
import type { MspcState } from './state.js';

/** Space 1 is the server itself; 0 stands for it in requests. */
export const ROOT_PACKAGE_ID = 1;

const RESELLERS: readonly number[] = [ROLE.reseller, ROLE.administrator];
const SUPPORT: readonly number[] = [ROLE.resellerCsr, ROLE.platformCsr];

export type Demand = 'notDemo' | 'active' | 'reseller' | 'resellerOrSupport';

/** The code of the first demand that the account fails, or 0. They are asked in the order given. */
export function firstFailure(actor: UserRecord, demands: readonly Demand[]): number {
  for (const demand of demands) {
    const code = failureOf(actor, demand);
    if (code !== 0) return code;
  }
  return 0;
}

function failureOf(actor: UserRecord, demand: Demand): number {
  switch (demand) {
    case 'notDemo':
      return actor.isDemo ? CODE.accountDemo : 0;
    case 'active':
      return inactivity(actor.statusId);
    case 'reseller':
      return RESELLERS.includes(actor.roleId) ? 0 : CODE.notEnoughPermissions;
    case 'resellerOrSupport':
      return [...RESELLERS, ...SUPPORT].includes(actor.roleId) ? 0 : CODE.notEnoughPermissions;
    default:
      return demand satisfies never;
  }
}

function inactivity(statusId: number): number {
  switch (statusId) {
    case STATUS.suspended:
      return CODE.accountSuspended;
    case STATUS.cancelled:
      return CODE.accountCancelled;
    case STATUS.pending:
      return CODE.accountPending;
    default:
      return 0;
  }
}

/** Whether `userId` is `ancestorId` or below it. */
export function isWithin(state: MspcState, ancestorId: number, userId: number): boolean {
  let current = state.users.get(userId);
  // An owner is always older than its users, so the walk cannot go in a circle.
  while (current !== undefined) {
    if (current.userId === ancestorId) return true;
    current = state.users.get(current.ownerId);
  }
  return false;
}

/** On itself and everyone below; a peer counts as its owner. */
export function canAct(state: MspcState, actor: UserRecord, userId: number): boolean {
  return isWithin(state, actor.isPeer ? actor.ownerId : actor.userId, userId);
}

/** Also on the own owner. */
export function canRead(state: MspcState, actor: UserRecord, userId: number): boolean {
  return userId === actor.ownerId || canAct(state, actor, userId);
}

/** A peer may change neither its owner nor its fellow peers. */
export function canUpdate(state: MspcState, actor: UserRecord, target: UserRecord): boolean {
  if (!canAct(state, actor, target.userId)) return false;
  if (!actor.isPeer || target.userId === actor.userId) return true;
  return target.userId !== actor.ownerId && !(target.isPeer && target.ownerId === actor.ownerId);
}

/** The server's own spaces are the administrators'; a space that does not exist passes. */
export function canActOnPackage(state: MspcState, actor: UserRecord, packageId: number): boolean {
  if (packageId <= ROOT_PACKAGE_ID) return actor.roleId === ROLE.administrator;
  const record: PackageRecord | undefined = state.packages.get(packageId);
  return record === undefined || canAct(state, actor, record.userId);
}

/** What the stored procedures raise for packages of others. */
export const packageRefused = () => databaseFault('You are not allowed to access this package');

/** @throws SoapFault (Server) for packages of others */
export function demandPackage(state: MspcState, actor: UserRecord, packageId: number): void {
  if (!canActOnPackage(state, actor, packageId)) throw packageRefused();
}

/** @throws SoapFault (Server) for accounts of others */
export function demandUser(state: MspcState, actor: UserRecord, userId: number): void {
  if (!canAct(state, actor, userId)) throw databaseFault('You are not allowed to access this account');
}
