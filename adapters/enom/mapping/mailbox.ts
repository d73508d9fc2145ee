import { type Mailbox, type MailForwarding, toGlobalId } from '../../../src/model/index.js';
import { toBundleId } from './email-bundle.js';
import type { MailboxRow, Result } from './results.js';

const KIB_PER_MIB = 1024;

const kib = (mib: number | null): bigint | null =>
  mib === null ? null : BigInt(Math.round(mib * KIB_PER_MIB));

/** What eNom tells of no mailbox. */
const NOT_TOLD = {
  displayName: null,
  alias: null,
  status: null,
  nativeStatus: null,
  protocols: null,
  servers: null,
  windowsDomain: null,
  exchangeVersion: null,
  serviceUserId: null,
  subscriptionId: null,
} as const;

export function toMailbox(backend: string, domainName: string, row: MailboxRow): Mailbox {
  const address = `${row.username}@${domainName}`;
  return {
    id: toGlobalId(backend, 'Mailbox', address),
    backend,
    nativeId: address,
    address,
    login: row.username,
    administrator: row.admin,
    sizeKiB: kib(row.quotaused),
    limits: {
      sizeKiB: kib(row.quota),
      warningKiB: null,
      prohibitSendKiB: null,
      incomingItemKiB: null,
      outgoingItemKiB: null,
      maxRecipients: null,
      keepDeletedDays: null,
      showInAddressBook: null,
    },
    bundleId: row.BundleId === null ? null : toBundleId(domainName, row.BundleId),
    ...NOT_TOLD,
  };
}

/** @returns `null` where nothing is forwarded, be it that a target is kept for later */
export function toForwarding({ popforwarding }: Result<'getPopForwarding'>): MailForwarding | null {
  const to = popforwarding
    .filter(({ active }) => active !== false)
    .flatMap(({ forwardto }) => forwardto?.split(/[;,\s]+/) ?? [])
    .filter((address) => address !== '');
  return to.length === 0 ? null : { to, keepsCopy: null };
}
