import type { LedgerEntry } from '../simulator.js';
import type { Account, Order, Pak, RegisteredDomain } from './account.js';
import { addMonths, startOfDay } from './formats.js';
import { seed } from './seed.js';

/** The reseller account, in memory. Time is asked of `now`, so that tests can choose it. */
export class EnomState {
  readonly now: () => Date;
  /** Everything that was charged since the start or the last reset, oldest first. */
  readonly orders: Order[] = [];
  /** Everything that was changed, in the same way; secrets are replaced. */
  readonly ledger: LedgerEntry[] = [];
  account: Account;
  private answersWritten = 0;

  constructor(now: () => Date) {
    this.now = now;
    this.account = seed(now());
  }

  reset(): void {
    this.account = seed(this.now());
    this.orders.length = 0;
    this.ledger.length = 0;
    this.answersWritten = 0;
  }

  find(sld: string, tld: string): RegisteredDomain | undefined {
    const [wantedSld, wantedTld] = [sld.toLowerCase(), tld.toLowerCase()];
    return this.account.domains.find((each) => each.sld === wantedSld && each.tld === wantedTld);
  }

  isExpired(expiring: { readonly expiresAt: Date }): boolean {
    return expiring.expiresAt.getTime() <= this.now().getTime();
  }

  get availableMinor(): number {
    return this.account.balanceMinor - this.account.heldMinor;
  }

  /** Adds an empty pak to the domain; newer paks run from midnight to midnight. */
  addPak(domain: RegisteredDomain, bought: Omit<Pak, 'id' | 'expiresAt' | 'mailboxes'>, months: number): Pak {
    const start = bought.version === 3 ? startOfDay(this.now()) : this.now();
    const pak = { ...bought, id: this.account.nextPakId, expiresAt: addMonths(start, months), mailboxes: [] };
    this.account.nextPakId += 1;
    domain.paks.push(pak);
    return pak;
  }

  /** Prolongs from the end of the pak's time, or from today where that has passed. */
  extendPak(pak: Pak, months: number): void {
    pak.expiresAt = addMonths(this.isExpired(pak) ? startOfDay(this.now()) : pak.expiresAt, months);
  }

  /** Takes the amount off the balance and enters the order. */
  charge(order: Omit<Order, 'orderId'>): Order {
    const entered = { orderId: this.account.nextOrderId, ...order };
    this.account.nextOrderId += 1;
    this.account.balanceMinor -= order.amountMinor;
    this.orders.push(entered);
    return entered;
  }

  /** A tracking key in the form of the service's own, another one for each answer. */
  nextTrackingKey(): string {
    this.answersWritten += 1;
    return `5a9dbe00-0000-4000-8000-${this.answersWritten.toString(16).padStart(12, '0')}`;
  }
}
