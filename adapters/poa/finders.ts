import type {
  Account,
  Domain,
  Finders,
  HostingPlan,
  Mailbox,
  MailboxStore,
  ServiceUser,
  Subscription,
  Wanted,
} from '../../src/model/index.js';
import { nullWhereThereIsNone } from './null-where-there-is-none.js';
import type { PoaRecords } from './records.js';

/** POA's objects by their native ids. */
@nullWhereThereIsNone
export class PoaFinders implements Finders {
  constructor(private readonly records: PoaRecords) {}

  Account(nativeId: string): Promise<Account | null> {
    return this.records.account(nativeId);
  }

  Subscription(nativeId: string, wanted: Wanted): Promise<Subscription | null> {
    return this.records.subscription(nativeId, wanted);
  }

  ServiceUser(nativeId: string): Promise<ServiceUser | null> {
    return this.records.serviceUser(nativeId);
  }

  Domain(nativeId: string): Promise<Domain | null> {
    return /^\d+$/.test(nativeId)
      ? this.records.domainInList({ domain_id: Number(nativeId) }, (listed) => listed.nativeId === nativeId)
      : this.records.domainByName(nativeId);
  }

  Mailbox(nativeId: string): Promise<Mailbox | null> {
    return this.records.mailbox(nativeId);
  }

  async MailboxStore(nativeId: string): Promise<MailboxStore | null> {
    return (await this.records.mailboxStores()).find((store) => store.nativeId === nativeId) ?? null;
  }

  HostingPlan(nativeId: string, wanted: Wanted): Promise<HostingPlan | null> {
    return this.records.plan(nativeId, wanted);
  }
}
