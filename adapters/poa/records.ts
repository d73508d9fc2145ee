import {
  type Account,
  type Domain,
  type HostingPlan,
  type Mailbox,
  type MailboxStore,
  type NodeRecord,
  type ServiceUser,
  type Subscription,
  toGlobalId,
  type Wanted,
} from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import * as mapping from './mapping/index.js';
import * as poa from './operations/index.js';

/** Reads POA's objects as records of the graph. A miss is an error here; the port says what it makes of one. */
export class PoaRecords {
  constructor(
    private readonly backend: string,
    private readonly call: Call,
  ) {}

  /** An object of which an answer tells its number alone. */
  mention(type: 'Account' | 'Subscription' | 'ServiceUser' | 'Mailbox', id: number): NodeRecord {
    const nativeId = String(id);
    return { id: toGlobalId(this.backend, type, nativeId), backend: this.backend, nativeId };
  }

  async account(nativeId: string): Promise<Account> {
    const info = await this.call(poa.getAccountInfo, { account_id: Number(nativeId) });
    return mapping.toAccount(this.backend, nativeId, info);
  }

  async subscription(nativeId: string, { resources }: Wanted): Promise<Subscription> {
    const reply = await this.call(poa.getSubscription, {
      subscription_id: Number(nativeId),
      get_resources: resources,
    });
    return mapping.toSubscription(this.backend, nativeId, reply);
  }

  async serviceUser(nativeId: string): Promise<ServiceUser> {
    const info = await this.call(poa.getUserInfo, { user_id: Number(nativeId) });
    return mapping.toServiceUser(this.backend, nativeId, info);
  }

  async mailbox(nativeId: string): Promise<Mailbox> {
    const info = await this.call(poa.getMailboxInfo, { mailbox_id: Number(nativeId) });
    return mapping.toMailbox(this.backend, nativeId, info);
  }

  async mailboxStores(): Promise<readonly MailboxStore[]> {
    const rows = await this.call(poa.getMailboxStores, {});
    return rows.map((row) => mapping.toMailboxStore(this.backend, row));
  }

  async plan(nativeId: string, { resources }: Wanted): Promise<HostingPlan> {
    const template = await this.call(poa.getServiceTemplate, {
      st_id: Number(nativeId),
      get_resources: resources,
    });
    return mapping.toHostingPlan(this.backend, nativeId, template);
  }

  async domainByName(name: string): Promise<Domain> {
    const reply = await this.call(poa.getDomainByName, { domain_name: name });
    return mapping.toFoundDomain(this.backend, name, reply);
  }

  async domainsOf(subscriptionId: number): Promise<readonly Domain[]> {
    const rows = await this.call(poa.getDomainList, { subscription_id: subscriptionId });
    return rows.map((row) => mapping.toListedDomain(this.backend, row));
  }

  /**
   * A domain says how it is hosted only in the list of the subscription that hosts its zone.
   *
   * @returns `null` where no subscription hosts it, or the list of the one that does lacks it
   */
  async domainInList(
    domain: { readonly domain_id: number } | { readonly domain_name: string },
    isIt: (listed: Domain) => boolean,
  ): Promise<Domain | null> {
    const { subscription_id: subscriptionId } = await this.call(poa.getDomainSubscription, domain);
    return subscriptionId === 0 ? null : ((await this.domainsOf(subscriptionId)).find(isIt) ?? null);
  }
}
