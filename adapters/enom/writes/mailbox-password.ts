import { BackendFaultError } from '../../../src/errors/index.js';
import { toGlobalId, type WriteInputs, type WriteMethod } from '../../../src/model/index.js';
import { modifyPop3 } from '../operations/seen.js';
import { rejected, sendAndConclude } from './evidence.js';
import { newPasswordErrors } from './input-rules.js';
import { userMustBeThere, userParamsOf } from './mailboxes.js';
import { lookBefore } from './seen-write.js';
import { lookAtUser } from './sights.js';

/** No answer may tell a password, so nothing can be read back: a lost answer stays unknown. */
export const setMailboxPassword = (backend: string): WriteMethod<WriteInputs['setMailboxPassword']> => ({
  check: ({ mailboxId, password }) => [...newPasswordErrors(password, mailboxId)],
  async run({ mailboxId, password }, session) {
    const user = await lookBefore(() => lookAtUser(mailboxId, session.read));
    if (user instanceof BackendFaultError) return rejected(user);
    const missing = userMustBeThere(user);
    if (missing !== null) return { state: 'REJECTED', userErrors: [missing] };
    const { domain, UserName } = userParamsOf(mailboxId);
    const params = {
      ...domain,
      BundleID: user?.BundleId ?? undefined,
      EmailCount: 1,
      users: [{ UserName, Password: password }],
    };
    return sendAndConclude(session, modifyPop3, params, {
      backend,
      accept: ({ AccountsModified: count }) =>
        count === 0
          ? null
          : { state: 'APPLIED', facts: { nodes: { mailbox: toGlobalId(backend, 'Mailbox', mailboxId) } } },
      readBack: async () => ({ shows: 'nothing' }),
    });
  },
});
