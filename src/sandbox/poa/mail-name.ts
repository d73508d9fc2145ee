/** A mail name of CQMail; no call tells of it. */
export interface MailName {
  /** See {@link mailNameId}. */
  readonly id: string;
  readonly subscriptionId: number;
  /** Without one, it is a mail name of all domains. */
  readonly domainId?: number;
  readonly name: string;
  readonly forwardTo?: string;
  /** It has a mailbox: its quota in KB, -1 for none. */
  readonly mailboxQuota?: number;
}

/** What a mail name is known by: its subscription, its domain if it has one, and its local part in any case. */
export function mailNameId(subscriptionId: number, domainId: number | undefined, name: string): string {
  return `${subscriptionId}/${domainId ?? '*'}/${name.toLowerCase()}`;
}
