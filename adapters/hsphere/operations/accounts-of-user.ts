import { operation } from '../../../src/operation/operation.js';
import { string, struct } from '../../../src/operation/shape.js';
import { getAccounts } from './accounts.js';
import { ADMIN_SERVICES, ROLES } from './reference.js';

/**
 * A form of `getAccounts`, which is described in full beside it. Who calls is in no parameter but in the token: `login`
 * becomes its role, which only an administrator may take.
 */
export const getAccountsOfUser = operation({
  ...getAccounts,
  description: 'Ids of the accounts of another user, who must have a single one.',
  params: struct({ login: string('Login of the user.') }),
  source: `${ADMIN_SERVICES}; ${ROLES}`,
});
