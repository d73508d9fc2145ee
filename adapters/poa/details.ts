import type {
  Account,
  Details,
  Domain,
  HostingPlan,
  Mailbox,
  ServiceUser,
  Subscription,
} from '../../src/model/index.js';
import { nullWhereThereIsNone } from './null-where-there-is-none.js';
import type { PoaRecords } from './records.js';

/** What POA's fuller answers tell of objects that shorter ones mentioned. */
@nullWhereThereIsNone
export class PoaDetails implements Details {
  constructor(private readonly records: PoaRecords) {}

  Account({ nativeId }: Account): Promise<Account | null> {
    return this.records.account(nativeId);
  }

  Subscription({ nativeId }: Subscription): Promise<Subscription | null> {
    return this.records.subscription(nativeId, { resources: false });
  }

  ServiceUser({ nativeId }: ServiceUser): Promise<ServiceUser | null> {
    return this.records.serviceUser(nativeId);
  }

  Domain({ name }: Domain): Promise<Domain | null> {
    return this.records.domainInList({ domain_name: name }, (listed) => listed.name === name);
  }

  Mailbox({ nativeId }: Mailbox): Promise<Mailbox | null> {
    return this.records.mailbox(nativeId);
  }

  HostingPlan({ nativeId }: HostingPlan): Promise<HostingPlan | null> {
    return this.records.plan(nativeId, { resources: false });
  }
}
