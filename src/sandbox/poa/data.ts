import type {
  Account,
  Domain,
  DomainRequest,
  Host,
  Mailbox,
  MailboxStore,
  Member,
  ResourceType,
  ServiceTemplate,
  ServiceUser,
  Subscription,
  TaskRequest,
  Webspace,
} from './records.js';
import { Table } from './table.js';

/** All tables of the panel. A fork reads through to what it was made of, and keeps its changes until its commit. */
export class Data {
  readonly accounts: Table<Account>;
  readonly members: Table<Member>;
  readonly resourceTypes: Table<ResourceType>;
  readonly serviceTemplates: Table<ServiceTemplate>;
  readonly subscriptions: Table<Subscription>;
  readonly domains: Table<Domain>;
  readonly domainRequests: Table<DomainRequest>;
  readonly users: Table<ServiceUser>;
  readonly mailboxes: Table<Mailbox>;
  readonly stores: Table<MailboxStore>;
  readonly hosts: Table<Host>;
  readonly webspaces: Table<Webspace>;
  readonly taskRequests: Table<TaskRequest>;

  constructor(below?: Data) {
    this.accounts = new Table(below?.accounts);
    this.members = new Table(below?.members);
    this.resourceTypes = new Table(below?.resourceTypes);
    this.serviceTemplates = new Table(below?.serviceTemplates);
    this.subscriptions = new Table(below?.subscriptions);
    this.domains = new Table(below?.domains);
    this.domainRequests = new Table(below?.domainRequests);
    this.users = new Table(below?.users);
    this.mailboxes = new Table(below?.mailboxes);
    this.stores = new Table(below?.stores);
    this.hosts = new Table(below?.hosts);
    this.webspaces = new Table(below?.webspaces);
    this.taskRequests = new Table(below?.taskRequests);
  }

  fork(): Data {
    return new Data(this);
  }

  /** Whether somebody else has changed a row since this fork changed it. */
  conflicts(): boolean {
    return this.tables().some((table) => table.conflicts());
  }

  /** Hands the changes of a fork to what it was made of. */
  commit(): void {
    for (const table of this.tables()) table.commit();
  }

  private tables(): Pick<Table<never>, 'conflicts' | 'commit'>[] {
    const { ...tables }: Omit<Data, 'fork' | 'conflicts' | 'commit'> = this;
    return Object.values(tables);
  }
}
