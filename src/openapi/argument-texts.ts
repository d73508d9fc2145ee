/** What arguments that the graph says nothing of stand for, by their names: each means the same wherever it is. */
export const ARGUMENT_TEXTS: Readonly<Record<string, string>> = {
  id: 'Global id, `<backend>:<Type>:<the panel’s own id>`.',
  ids: 'Global ids, `<backend>:<Type>:<the panel’s own id>`.',
  backend: 'The panel, by its name: `GET /backends` lists them.',
  login: 'What somebody logs in with.',
  owner: 'Global id of an account.',
  recursive: 'Those below those, too.',
  signupId: 'The panel’s number of the sign-up.',
  name: 'Name of a domain.',
  domain: 'Name of a domain.',
  address: 'Mail address.',
  names: 'The panel’s names; all when left out.',
  offered: 'Those that the account may buy, in place of those that it sells.',
  addons: 'Plans of addons, in place of plans of packages.',
  idempotencyKey: 'The key of a change.',
};
