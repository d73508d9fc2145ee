/** Absent: off in a new mailbox, as it is in one that exists. */
export interface MailProtocolsInput {
  readonly owa?: boolean | null;
  readonly mapi?: boolean | null;
  readonly activeSync?: boolean | null;
  readonly imap4?: boolean | null;
  readonly pop3?: boolean | null;
}

export interface CreateMailbox {
  readonly address: string;
  readonly serviceUserId?: string | null;
  readonly alias?: string | null;
  readonly protocols?: MailProtocolsInput | null;
  readonly sizeLimitKiB?: bigint | null;
  readonly otherAddresses?: readonly string[] | null;
  readonly skipInitialization?: boolean | null;
  readonly bundleId?: string | null;
  readonly password?: string | null;
  readonly displayName?: string | null;
  readonly administrator?: boolean | null;
  readonly forwardTo?: string | null;
}

export interface UpdateMailbox {
  readonly mailboxId: string;
  readonly alias?: string | null;
  readonly protocols?: MailProtocolsInput | null;
  readonly sizeLimitKiB?: bigint | null;
  readonly warningLimitKiB?: bigint | null;
  readonly prohibitSendLimitKiB?: bigint | null;
  readonly incomingItemMaxKiB?: bigint | null;
  readonly outgoingItemMaxKiB?: bigint | null;
  readonly maxRecipients?: number | null;
  readonly keepDeletedDays?: number | null;
  readonly showInAddressBook?: boolean | null;
}
