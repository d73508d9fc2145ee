import { it } from 'vitest';
import { startEnomWrites } from './write-gateway.js';
it('x', async () => {
  const e = await startEnomWrites();
  const show = (s: any) => console.log(s.text, e.takeCalls(), e.takeExecuted());
  show(await e.mutate('purchaseEmailBundle', 'backend: "enom", domain: "Alpine-Tours.example", quantity: 5, idempotencyKey: "a"', 'emailBundle { id quantity available capacityMiB expiresOn autoRenew domain { name } } orderId orderAmount'));
  console.log(e.lastParams('PurchaseServices'), e.records.recordsText());
  for (const kind of ['replyLost','truncated','drop','hang'] as const) {
    e.simulator.faults.next('PurchaseServices', { kind } as any);
    show(await e.mutate('purchaseEmailBundle', `backend: "enom", domain: "alpine-tours.example", quantity: 5, idempotencyKey: "${kind}"`, 'emailBundle { id quantity } orderId orderAmount'));
  }
  show(await e.mutate('renewEmailBundle', 'emailBundleId: "enom:EmailBundle:neuland.example~1004402", years: 2, idempotencyKey: "r"', 'emailBundle { expiresOn }'));
  show(await e.mutate('createMailbox', 'bundleId: "enom:EmailBundle:neuland.example~1004402", address: "Jo@neuland.example", password: "geheim-12", displayName: "Jo & Co", forwardTo: "a@b.example", administrator: true', 'mailbox { id administrator forwarding { to } bundle { id available } }'));
  console.log(e.lastParams('SetUpPOP3User'));
  show(await e.mutate('setMailboxForwarding', 'mailboxId: "enom:Mailbox:jo@neuland.example", to: null', 'mailbox { id forwarding { to } }'));
  show(await e.mutate('setMailboxForwarding', 'mailboxId: "enom:Mailbox:jo@neuland.example", to: "z@b.example", keepCopy: false', 'mailbox { id forwarding { to } }'));
  show(await e.mutate('setMailboxPassword', 'mailboxId: "enom:Mailbox:jo@neuland.example", password: "x"', 'mailbox { id }'));
  show(await e.mutate('setMailboxPassword', 'mailboxId: "enom:Mailbox:jo@neuland.example", password: "xyz-998-qq"', 'mailbox { id }'));
  show(await e.mutate('setMailboxAdministrator', 'mailboxId: "enom:Mailbox:jo@neuland.example", administrator: false', 'mailbox { id administrator }'));
  show(await e.mutate('deleteEmailBundle', 'emailBundleId: "enom:EmailBundle:neuland.example~1004402"', 'deletedId'));
  show(await e.mutate('deleteMailbox', 'mailboxId: "enom:Mailbox:jo@neuland.example"', 'deletedId'));
  show(await e.mutate('deleteEmailBundle', 'emailBundleId: "enom:EmailBundle:neuland.example~1004402"', 'deletedId'));
  show(await e.mutate('setEmailBundleAutoRenew', 'emailBundleId: "enom:EmailBundle:nordlicht.example~1004279", autoRenew: false', 'emailBundle { autoRenew }'));
  show(await e.mutate('setDomainAutoRenew', 'domainId: "enom:Domain:nordlicht.example", autoRenew: false', 'domain { autoRenew }'));
  show(await e.mutate('setDomainCatchAll', 'domainId: "enom:Domain:nordlicht.example", forwardTo: null', 'domain { catchAll }'));
  show(await e.mutate('setDomainAutoRenew', 'domainId: "enom:Domain:ausgelaufen.example", autoRenew: false', 'domain { autoRenew }'));
  show(await e.mutate('purchaseEmailBundle', 'backend: "enom", domain: "widerspruch.example", quantity: 5, idempotencyKey: "w"', 'emailBundle { id } orderId'));
  show(await e.mutate('updateMailbox', 'mailboxId: "enom:Mailbox:jo@neuland.example", alias: "z"', 'mailbox { id }'));
  await e.close();
});
