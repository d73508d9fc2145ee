import type { Arguments } from '../axis/arguments.js';
import type { Reply } from '../axis/write-reply.js';
import { type Identity, identify, requireOneAccount } from '../identity.js';
import type { User } from '../records.js';
import { nullParameter, refusal } from '../refusal.js';
import type { HsphereState } from '../state.js';

/** One call of an action, its parameters bound and its password checked. */
export interface ActionCall {
  readonly state: HsphereState;
  readonly parameters: Arguments;
  /** Whose password the token held; `undefined` for calls that carry no token. */
  readonly caller: User | undefined;
}

/** Does the work of one action. @throws {@link AxisFault} for what the panel refuses */
export type Handler = (call: ActionCall) => Reply;

export const VOID: Reply = { kind: 'void' };

/** The identity behind the token, which may leave open which account is meant. */
export function identityOf({ state, parameters, caller }: ActionCall): Identity {
  const token = parameters.bean('at');
  if (token === null || caller === undefined) throw nullParameter();
  return identify(state, caller, token);
}

/** @throws {@link AxisFault} unless the token, after its role, is an administrator's and means one account */
export function requireAdministrator(call: ActionCall): Identity {
  const identity = identityOf(call);
  requireOneAccount(identity);
  if (!identity.user.administrator) {
    throw refusal('PermissionException', 'Only an administrator may do this.');
  }
  return identity;
}
