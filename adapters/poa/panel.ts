import { BackendFaultError } from '../../src/errors/index.js';
import {
  type Account,
  type AccountMember,
  type Domain,
  type HostingPlan,
  type Listing,
  type Mailbox,
  type MailboxStore,
  type Ownership,
  type Panel,
  type PlanResource,
  type Resource,
  type ServiceUser,
  type Subscription,
  type Task,
  type TaskState,
  toGlobalId,
  type Webspace,
} from '../../src/model/index.js';
import type { Call } from '../../src/operation/operation.js';
import { PoaDetails } from './details.js';
import { PoaFinders } from './finders.js';
import * as mapping from './mapping/index.js';
import { nullWhereThereIsNone } from './null-where-there-is-none.js';
import * as poa from './operations/index.js';
import { createPoaOwnership } from './ownership.js';
import { PoaRecords } from './records.js';

const TASK_STATES: Readonly<Record<number, TaskState>> = { 0: 'SUCCEEDED', 1: 'RUNNING', 2: 'FAILED' };

/** Turns what the graph asks for into POA's calls, and its answers into records. Its methods are the port's alone. */
@nullWhereThereIsNone
export class PoaPanel implements Panel {
  readonly find: PoaFinders;
  readonly detail: PoaDetails;
  private readonly records: PoaRecords;

  constructor(
    private readonly backend: string,
    private readonly call: Call,
  ) {
    this.records = new PoaRecords(backend, call);
    this.find = new PoaFinders(this.records);
    this.detail = new PoaDetails(this.records);
  }

  get ownership(): Ownership {
    return createPoaOwnership(this.call, this.find);
  }

  async accountByLogin(login: string): Promise<Account | null> {
    const { account_id: id } = await this.call(poa.getAccountMemberByLogin, { login });
    return this.records.mention('Account', id);
  }

  async accountMemberByLogin(login: string): Promise<AccountMember | null> {
    const member = await this.call(poa.getAccountMemberByLogin, { login });
    const nativeId = String(member.user_id);
    return {
      id: toGlobalId(this.backend, 'AccountMember', nativeId),
      backend: this.backend,
      nativeId,
      login,
      accountId: String(member.account_id),
    };
  }

  async loginAvailable(login: string): Promise<boolean | null> {
    // A login that no member has may still belong to something that this call does not see: then it is null.
    await this.call(poa.getAccountMemberByLogin, { login });
    return false;
  }

  async accountSubscriptions({ nativeId }: Account): Promise<Listing<Subscription>> {
    const ids = await this.call(poa.getAccountSubscriptions, { account_id: Number(nativeId) });
    return { whole: ids.map((id) => this.records.mention('Subscription', id)) };
  }

  async subscriptionResources({ nativeId }: Subscription): Promise<readonly Resource[] | null> {
    return (await this.records.subscription(nativeId, { resources: true })).resources ?? null;
  }

  async subscriptionDomains({ nativeId }: Subscription): Promise<Listing<Domain>> {
    return { whole: await this.records.domainsOf(Number(nativeId)) };
  }

  async subscriptionMailboxes({ nativeId }: Subscription): Promise<Listing<Mailbox>> {
    const rows = await this.call(poa.getMailboxes, { subscription_id: Number(nativeId) });
    return { whole: rows.map((row) => mapping.toListedMailbox(this.backend, nativeId, row)) };
  }

  async subscriptionServiceUsers({ nativeId }: Subscription): Promise<Listing<ServiceUser>> {
    const rows = await this.call(poa.getUsers, { subscription_id: Number(nativeId) });
    return { whole: rows.map((row) => mapping.toListedServiceUser(this.backend, nativeId, row)) };
  }

  async subscriptionWebspaces({ nativeId }: Subscription): Promise<readonly Webspace[] | null> {
    const rows = await this.call(poa.getSubscriptionWebspaces, { subscription_id: Number(nativeId) });
    const siblingIds = rows.map((row) => String(row.webspace_id));
    return rows.map((row) => mapping.toWebspace(this.backend, siblingIds, row));
  }

  async webspaceDiskSpaceLimit({ nativeId, siblingIds }: Webspace): Promise<bigint | null> {
    const read = (ids: readonly string[]) =>
      this.call(poa.getWebspacesInfo, { webspace_id_list: ids.map(Number) });
    // The method knows IIS only, and one webspace of another kind has the whole list refused.
    const rows = await read(siblingIds).catch((error: unknown) => {
      if (error instanceof BackendFaultError && siblingIds.length > 1) return read([nativeId]);
      throw error;
    });
    return rows.find((row) => String(row.webspace_id) === nativeId)?.disk_space_limit ?? null;
  }

  async serviceUserByLogin(login: string): Promise<ServiceUser | null> {
    const { user_id: id } = await this.call(poa.getUserByLogin, { login });
    return this.records.mention('ServiceUser', id);
  }

  async serviceUserMailbox({ nativeId }: ServiceUser): Promise<Mailbox | null> {
    const { mailbox_id: id } = await this.call(poa.getUserMailbox, { user_id: Number(nativeId) });
    return { ...this.records.mention('Mailbox', id), serviceUserId: nativeId };
  }

  domainByName(name: string): Promise<Domain | null> {
    return this.records.domainByName(name);
  }

  async domainAccount({ name }: Domain): Promise<Account | null> {
    const owner = (await this.call(poa.getDomainByName, { domain_name: name }))?.owner_id ?? null;
    return owner === null ? null : this.records.mention('Account', owner);
  }

  async domainSubscription({ name }: Domain): Promise<Subscription | null> {
    const { subscription_id: id } = await this.call(poa.getDomainSubscription, { domain_name: name });
    return id === 0 ? null : this.records.mention('Subscription', id);
  }

  async domainNameServers({ name }: Domain): Promise<readonly string[] | null> {
    return withoutGaps(await this.call(poa.getNameServers, { domain_name: name }));
  }

  async mailboxByAddress(address: string): Promise<Mailbox | null> {
    const { mailbox_id: id } = await this.call(poa.getMailboxByEmailAddress, { email_address: address });
    return this.records.mention('Mailbox', id);
  }

  async mailboxOtherAddresses({ nativeId }: Mailbox): Promise<readonly string[] | null> {
    const reply = await this.call(poa.getEmailAddresses, { mailbox_id: Number(nativeId) });
    return reply.alt_email_addresses === null ? null : withoutGaps(reply.alt_email_addresses);
  }

  async mailboxSubscription(mailbox: Mailbox): Promise<Subscription | null> {
    const userId =
      mailbox.serviceUserId ?? (await this.records.mailbox(mailbox.nativeId)).serviceUserId ?? null;
    if (userId === null) return null;
    const { subscription_id: id } = await this.call(poa.getUserInfo, { user_id: Number(userId) });
    return id === null ? null : this.records.mention('Subscription', id);
  }

  mailboxStores(): Promise<readonly MailboxStore[]> {
    return this.records.mailboxStores();
  }

  async planResources({ nativeId }: HostingPlan): Promise<readonly PlanResource[] | null> {
    return (await this.records.plan(nativeId, { resources: true })).resources ?? null;
  }

  async task(requestId: string): Promise<Task | null> {
    const reply = await this.call(poa.getRequestStatus, { request_id: requestId });
    return {
      id: toGlobalId(this.backend, 'Task', requestId),
      state: TASK_STATES[reply.request_status] ?? null,
      messages: withoutGaps(reply.status_messages ?? []),
    };
  }
}

const withoutGaps = <T>(values: ReadonlyArray<T | null>): T[] => values.filter((value) => value !== null);
