import { BackendProtocolError } from '../../src/errors/index.js';
import type { Call, ResultOf } from '../../src/operation/operation.js';
import { getUserByUsername } from './operations/seen.js';

type Account = NonNullable<ResultOf<typeof getUserByUsername>>;

/**
 * The account that has a login, as far as the gateway's own account may see it.
 *
 * @returns `null` where nobody has it, or somebody who cannot be seen
 * @throws {@link BackendProtocolError} if the answer is about somebody else
 */
export async function accountByLogin(backend: string, call: Call, username: string): Promise<Account | null> {
  const account = await call(getUserByUsername, { username });
  if (account === null || account.Username === null || isSameLogin(username, account.Username)) {
    return account;
  }
  throw new BackendProtocolError(
    `Backend ${backend} answered ${getUserByUsername.method} with another object than the one asked for.`,
    { backend, method: getUserByUsername.method },
  );
}

/** As the server's database compares: neither case nor width counts, nor do blanks at the end. */
const isSameLogin = (a: string, b: string): boolean => folded(a) === folded(b);
const folded = (login: string): string => login.normalize('NFKC').trimEnd().toLowerCase();
