import { type Handler, identityOf } from './call.js';

/** Null for a signup id that led to no account: what a panel answers there is not documented. */
export const searchAccIdBySignupId: Handler = ({ state, parameters }) => {
  const account = state.bySignup(parameters.long('signupId'));
  return { kind: 'string', value: account === undefined ? null : String(account.accountId) };
};

/** Null for a signup id that led to no user. */
export const searchUserIdBySignupId: Handler = ({ state, parameters }) => {
  const account = state.bySignup(parameters.long('signupId'));
  const user = account === undefined ? undefined : state.holderOf(account.accountId);
  return { kind: 'string', value: user === undefined ? null : String(user.userId) };
};

/** True if the login is taken. */
export const checkUser: Handler = (call) => {
  identityOf(call);
  return { kind: 'boolean', value: call.state.users.has(call.parameters.string('login') ?? '') };
};

export const getDescription: Handler = () => ({
  kind: 'string',
  value: 'Services for administrators – accounts, signup, billing – of the “sandbox”',
});
