import { type PanelWrites, toGlobalId, type WriteResult } from '../../../src/model/index.js';
import { rejectedWhenRefused } from '../../../src/writes/refusal.js';
import type { HsphereSettings } from '../config.js';
import * as hsphere from '../operations/index.js';
import { deletion } from './deletion.js';
import { unreadSender } from './send-unread.js';

/** No call tells whether an account is suspended; whether there is one, two calls can. */
export function accountWrites(
  backend: string,
  settings: Pick<HsphereSettings, 'unexplainedRefusals'>,
): PanelWrites {
  const sendUnread = unreadSender(settings);
  const send = (accountId: string, work: () => Promise<null>): Promise<WriteResult> =>
    rejectedWhenRefused(async () => {
      await sendUnread('the state of an account', work);
      return { state: 'APPLIED', facts: { nodes: { account: toGlobalId(backend, 'Account', accountId) } } };
    });

  return {
    suspendAccount: {
      run: ({ accountId, reason }, session) =>
        send(accountId, () =>
          session.send(hsphere.suspendAccount, { accountId: BigInt(accountId), reason: reason ?? '' }),
        ),
    },
    resumeAccount: {
      run: ({ accountId }, session) =>
        send(accountId, () => session.send(hsphere.resumeAccount, { accountId: BigInt(accountId) })),
    },
    deleteAccount: deletion(backend, settings),
  };
}
