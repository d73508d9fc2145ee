import { type Mailbox, mailboxesOf, mailVersion, type Pak } from '../account.js';
import { type Command, domainOf, done } from '../command.js';
import { type Element, element, padded } from '../element.js';
import { oneZero, slashDate, slashDateTime } from '../formats.js';

const MIB_PER_GIB = 1024;
const PRODUCT_TYPE = { 2: 38, 3: 2011 } as const;

/** The paks of a domain, and the mailboxes in them, which stand in the answer without a parent. */
const getPop3: Command = {
  name: 'GetPOP3',
  generation: 'API.NET',
  scope: 'domain',
  execTime: '0.078',
  run(input, state) {
    const domain = domainOf(input, state);
    const older = mailVersion(domain) === 2;
    return done(
      ...domain.paks.flatMap((pak) => pak.mailboxes.map((mailbox) => pop(mailbox, pak))),
      element('EmailCount', mailboxesOf(domain).length),
      element('Paks', domain.paks.map(pakElement)),
      element('Count', domain.paks.length),
      ...(older ? [element('AdditionalHostPop')] : []),
      element('AdditionalHostAcctLogin'),
      element('Successful', 'True'),
      ...(older ? [] : [element('Success', 'True')]),
    );
  },
};

/** The older paks answer with the mailbox's password, in clear text. */
function pop(mailbox: Mailbox, pak: Pak): Element {
  const older = pak.version === 2;
  return element('pop', [
    element('username', mailbox.userName),
    element('password', older ? mailbox.password : ''),
    element('quota', pak.capacityGiB * MIB_PER_GIB),
    expiry('expdate', pak),
    element('BundleId', pak.id),
    element('AutoRenew', oneZero(pak.autoRenew)),
    element('admin', oneZero(mailbox.administrator)),
    element('quotaused', mailbox.quotaUsedMiB),
    ...(older ? [] : [element('vasitemid', pak.id), element('version', pak.version)]),
  ]);
}

function pakElement(pak: Pak): Element {
  return element('Pak', [
    element('BundleId', pak.id),
    element('QtyPurchased', pak.quantity),
    element('QtyAvailable', pak.quantity - pak.mailboxes.length),
    expiry('ExpDate', pak),
    element('AutoRenew', oneZero(pak.autoRenew)),
    element('Quota', pak.capacityGiB * MIB_PER_GIB),
    element('ProdType', PRODUCT_TYPE[pak.version]),
    ...(pak.version === 2 ? [] : [element('Version', pak.version)]),
  ]);
}

function expiry(name: string, { version, expiresAt }: Pak): Element {
  return version === 2 ? element(name, slashDateTime(expiresAt)) : padded(name, slashDate(expiresAt));
}

export const pop3ReadCommands: readonly Command[] = [getPop3];
