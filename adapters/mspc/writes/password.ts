import { BackendFaultError } from '../../../src/errors/index.js';
import { type PanelWrites, toGlobalId, type WriteResult } from '../../../src/model/index.js';
import type { Call } from '../../../src/operation/operation.js';
import { invalid } from '../../../src/writes/refusal.js';
import { authenticateUser, changeUserPassword, getUserById } from '../operations/seen.js';
import type { WriteDeps } from './deps.js';
import { applied, isGiven, refusal, rejected, unknown } from './results.js';
import { mayChange } from './rights.js';
import { sendForVerdict } from './verdict.js';

/** Pending and cancelled accounts: told only once the password was right. */
const RIGHT_PASSWORD: readonly number[] = [-103, -105];
const WRONG_PASSWORD = -110;
/** The panel writes the address into its journal. */
const LOOPBACK = '127.0.0.1';

/**
 * Passwords. The panel answers 0 also where it refuses, so that it is asked whether the new one is right. When the answer
 * is lost, nobody can be asked any more: passwords are not kept.
 */
export function passwordWrites(deps: WriteDeps): PanelWrites {
  const { backend } = deps;
  /** `undefined`: the panel does not say, as for logins that are disabled or locked. */
  async function isSet(read: Call, username: string, password: string): Promise<boolean | undefined> {
    try {
      const code = await read(authenticateUser, { username, password, ip: LOOPBACK });
      if (code >= 0 || RIGHT_PASSWORD.includes(code)) return true;
      return code === WRONG_PASSWORD ? false : undefined;
    } catch (error) {
      if (error instanceof BackendFaultError) return undefined;
      throw error;
    }
  }

  return {
    setAccountPassword: {
      check: ({ login, password, checkQuality }) => [
        ...(isGiven(login) ? [invalid('login is not for MSPControl', 'login')] : []),
        ...(isGiven(checkQuality) ? [invalid('checkQuality is not for MSPControl', 'checkQuality')] : []),
        ...(password === '' ? [invalid('password is required', 'password')] : []),
      ],
      run: async ({ accountId, password }, session): Promise<WriteResult> => {
        const userId = Number(accountId);
        const account = await session.read(getUserById, { userId });
        if (account === null) return rejected([refusal('NOT_FOUND', 'The panel knows none.', 'accountId')]);
        const facts = { nodes: { account: toGlobalId(backend, 'Account', accountId) } };
        const verdict = await sendForVerdict(backend, session, changeUserPassword, { userId, password });
        if (verdict.is === 'refused') return rejected(verdict.userErrors);
        const isRight = await isSet(session.read, account.Username ?? '', password);
        if (verdict.is === 'unclear') {
          // That it is right now does not prove that it was another one before.
          if (isRight !== false) throw unknown(backend, changeUserPassword.method);
          return rejected(verdict.userErrors);
        }
        if (isRight ?? (await mayChange(deps, session.read, account))) return applied(facts);
        if (isRight === undefined) throw unknown(backend, changeUserPassword.method);
        return rejected([
          refusal('FORBIDDEN', 'The panel answered that it was done, and the password is another one.'),
        ]);
      },
    },
  };
}
