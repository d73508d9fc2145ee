import type { NodeRecord, Told } from './node.js';
import type { ObjectStatus } from './subscription.js';

/** POA Exchange mailbox, eNom POP3 and IMAP user. */
export interface Mailbox extends NodeRecord {
  readonly address?: Told<string>;
  readonly login?: Told<string>;
  readonly displayName?: Told<string>;
  readonly alias?: Told<string>;
  readonly status?: Told<ObjectStatus>;
  readonly nativeStatus?: Told<string>;
  readonly administrator?: Told<boolean>;
  readonly protocols?: Told<MailProtocols>;
  readonly sizeKiB?: Told<bigint>;
  readonly limits?: Told<MailboxLimits>;
  readonly servers?: Told<MailServers>;
  readonly windowsDomain?: Told<string>;
  readonly exchangeVersion?: Told<number>;
  readonly serviceUserId?: Told<string>;
  readonly subscriptionId?: Told<string>;
  readonly bundleId?: Told<string>;
}

export interface MailboxLimits {
  readonly sizeKiB: bigint | null;
  readonly warningKiB: bigint | null;
  readonly prohibitSendKiB: bigint | null;
  readonly incomingItemKiB: bigint | null;
  readonly outgoingItemKiB: bigint | null;
  readonly maxRecipients: number | null;
  readonly keepDeletedDays: number | null;
  readonly showInAddressBook: boolean | null;
}

export interface MailProtocols {
  readonly owa?: Told<boolean>;
  readonly mapi?: Told<boolean>;
  readonly activeSync?: Told<boolean>;
  readonly imap4?: Told<boolean>;
  readonly pop3?: Told<boolean>;
}

export interface MailForwarding {
  readonly to: readonly string[];
  readonly keepsCopy: boolean | null;
}

export interface MailServers {
  readonly pop3?: Told<string>;
  readonly imap?: Told<string>;
  readonly smtp?: Told<string>;
  readonly owaUrl?: Told<string>;
  readonly exchangeHome?: Told<string>;
  readonly exchangeProxy?: Told<string>;
}

/** A POA Exchange mailbox store. */
export interface MailboxStore extends NodeRecord {
  readonly name: string | null;
  readonly hostName: string | null;
  readonly ready: boolean | null;
  readonly reservedKiB: bigint | null;
  readonly sizeKiB: bigint | null;
  readonly usedKiB: bigint | null;
  readonly status: ObjectStatus | null;
  readonly nativeStatus: string | null;
  readonly mailboxCount: bigint | null;
  readonly windowsDomain: string | null;
  readonly exchangeVersion: number | null;
}
