import type { PanelWrites } from '../../../src/model/index.js';
import { bundleWrites } from './bundles.js';
import { createMailbox } from './create-mailbox.js';
import { DomainQueue } from './domain-queue.js';
import { domainWrites } from './domains.js';
import { setMailboxPassword } from './mailbox-password.js';
import { mailboxWrites } from './mailboxes.js';
import { purchaseEmailBundle } from './purchase.js';
import { renewEmailBundle } from './renewal.js';

/** The mutations that eNom has commands for. */
export function createEnomWrites(backend: string, now: () => number): PanelWrites {
  const queue = new DomainQueue();
  return {
    ...domainWrites(backend),
    ...bundleWrites(backend),
    ...mailboxWrites(backend),
    createMailbox: createMailbox(backend),
    setMailboxPassword: setMailboxPassword(backend),
    purchaseEmailBundle: purchaseEmailBundle(backend, queue, now),
    renewEmailBundle: renewEmailBundle(backend, queue),
  };
}
