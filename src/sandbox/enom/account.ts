export interface Forwarding {
  readonly to: string;
  /** `StatusFlags` of SetPOPForwarding; without it mail stays in the mailbox and nothing is forwarded. */
  readonly mode: 'mailboxOnly' | 'mailboxAndForward' | 'forwardOnly';
}

export interface Mailbox {
  readonly userName: string;
  password: string;
  administrator: boolean;
  displayName: string;
  quotaUsedMiB: number;
  forwarding: Forwarding | undefined;
}

/** An email pak, which the service also calls a bundle. */
export interface Pak {
  readonly id: number;
  /** 2: sold as ten-packs, dates with a time, passwords in answers. 3: sold box by box. */
  readonly version: 2 | 3;
  readonly quantity: number;
  readonly capacityGiB: number;
  expiresAt: Date;
  autoRenew: boolean;
  readonly mailboxes: Mailbox[];
}

export interface RegisteredDomain {
  readonly id: number;
  readonly sld: string;
  readonly tld: string;
  /** The SLD in its own script, for an internationalised name. */
  readonly nativeSld: string;
  readonly expiresAt: Date;
  readonly locked: boolean;
  autoRenew: boolean;
  /** Own name servers, or `undefined` for the provider's. */
  readonly nameServers: readonly string[] | undefined;
  readonly privacyUntil: Date | undefined;
  /** Empty: none. */
  catchAll: string;
  readonly paks: Pak[];
  /** Its writes report an error beside their success, as one answer on record does. */
  readonly contradictory: boolean;
}

/** One purchase or renewal that was paid for. */
export interface Order {
  readonly orderId: number;
  readonly command: string;
  readonly domain: string;
  readonly bundleIds: readonly number[];
  /** In cents. */
  readonly amountMinor: number;
}

export interface Account {
  readonly domains: RegisteredDomain[];
  balanceMinor: number;
  /** Part of the balance that open orders hold back, in cents. */
  readonly heldMinor: number;
  nextOrderId: number;
  nextPakId: number;
}

export const domainName = ({ sld, tld }: RegisteredDomain): string => `${sld}.${tld}`;

export const mailboxesOf = (domain: RegisteredDomain): Mailbox[] =>
  domain.paks.flatMap(({ mailboxes }) => mailboxes);

/** Local parts are compared without case, and shown as they were created. */
export function findMailbox(domain: RegisteredDomain, userName: string): Mailbox | undefined {
  const wanted = userName.toLowerCase();
  return mailboxesOf(domain).find((each) => each.userName.toLowerCase() === wanted);
}

/** The mail service's version on a domain: 2 where all of its paks are old ones, else 3. */
export function mailVersion({ paks }: RegisteredDomain): 2 | 3 {
  return paks.length > 0 && paks.every(({ version }) => version === 2) ? 2 : 3;
}
