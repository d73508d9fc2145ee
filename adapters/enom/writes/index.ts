import type { PanelWrites } from '../../../src/model/index.js';
import { Turns } from '../../../src/writes/turns.js';
import type { EnomSettings } from '../config.js';
import { bundleWrites } from './bundles.js';
import { createMailbox } from './create-mailbox.js';
import { domainWrites } from './domains.js';
import { setMailboxPassword } from './mailbox-password.js';
import { mailboxWrites } from './mailboxes.js';
import { purchaseEmailBundle } from './purchase.js';
import { renewEmailBundle } from './renewal.js';

type Deadlines = Pick<EnomSettings, 'timeoutMs' | 'writeTimeoutMs'>;

/** The mutations that eNom has commands for. */
export function createEnomWrites(
  backend: string,
  { timeoutMs, writeTimeoutMs }: Deadlines,
  now: () => number,
): PanelWrites {
  // A turn looks, writes and looks again.
  const turns = new Turns(2 * timeoutMs + writeTimeoutMs);
  return {
    ...domainWrites(backend),
    ...bundleWrites(backend),
    ...mailboxWrites(backend),
    createMailbox: createMailbox(backend),
    setMailboxPassword: setMailboxPassword(backend),
    purchaseEmailBundle: purchaseEmailBundle(backend, turns, now),
    renewEmailBundle: renewEmailBundle(backend, turns),
  };
}
