import type { CrmBusinessUnit, CrmOrganization, CrmUser } from './crm-records.js';
import type { MailName } from './mail-name.js';
import type {
  Account,
  DnsRecord,
  Domain,
  DomainRequest,
  LedgerRow,
  Mailbox,
  MailboxStore,
  Member,
  PtrRecord,
  RemovedAccount,
  ResourceType,
  ServiceTemplate,
  ServiceUser,
  Subscription,
  SystemProperty,
  TaskRequest,
} from './records.js';
import { Table } from './table.js';
import type {
  DomainMapping,
  Host,
  SharePointSite,
  SystemEngine,
  SystemMapping,
  Webspace,
} from './web-records.js';

/** Tables whose rows the panel numbers. */
const NUMBERED_TABLES = [
  'accounts',
  'members',
  'resourceTypes',
  'serviceTemplates',
  'subscriptions',
  'domains',
  'users',
  'mailboxes',
  'dnsRecords',
  'ptrRecords',
  'systemMappings',
  'domainMappings',
  'crmOrganizations',
  'crmBusinessUnits',
  'crmUsers',
  'ledger',
] as const;
export type NumberedTable = (typeof NUMBERED_TABLES)[number];

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
  readonly dnsRecords: Table<DnsRecord>;
  readonly ptrRecords: Table<PtrRecord>;
  readonly systemProperties: Table<SystemProperty>;
  readonly systemEngines: Table<SystemEngine>;
  readonly systemMappings: Table<SystemMapping>;
  readonly domainMappings: Table<DomainMapping>;
  readonly sharePointSites: Table<SharePointSite>;
  readonly mailNames: Table<MailName>;
  readonly crmOrganizations: Table<CrmOrganization>;
  readonly crmBusinessUnits: Table<CrmBusinessUnit>;
  readonly crmUsers: Table<CrmUser>;
  readonly removedAccounts: Table<RemovedAccount>;
  readonly ledger: Table<LedgerRow>;
  /** Last numbers given away; shared by all forks, since a number that was rolled back is not given away again. */
  private readonly sequences: Map<string, number>;

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
    this.dnsRecords = new Table(below?.dnsRecords);
    this.ptrRecords = new Table(below?.ptrRecords);
    this.systemProperties = new Table(below?.systemProperties);
    this.systemEngines = new Table(below?.systemEngines);
    this.systemMappings = new Table(below?.systemMappings);
    this.domainMappings = new Table(below?.domainMappings);
    this.sharePointSites = new Table(below?.sharePointSites);
    this.mailNames = new Table(below?.mailNames);
    this.crmOrganizations = new Table(below?.crmOrganizations);
    this.crmBusinessUnits = new Table(below?.crmBusinessUnits);
    this.crmUsers = new Table(below?.crmUsers);
    this.removedAccounts = new Table(below?.removedAccounts);
    this.ledger = new Table(below?.ledger);
    this.sequences = below?.sequences ?? new Map();
  }

  /** Numbers go on behind those of the rows that there are now. */
  startNumbering(): void {
    for (const name of NUMBERED_TABLES) {
      let greatest = 0;
      for (const { id } of this[name].rows()) greatest = Math.max(greatest, id);
      this.sequences.set(name, greatest);
    }
  }

  /** A number that no row of the table has, or has had. */
  nextId(name: NumberedTable): number {
    const next = (this.sequences.get(name) ?? 0) + 1;
    this.sequences.set(name, next);
    return next;
  }

  /** Takes a number that the caller has chosen, unless it is in use. */
  takeId(name: NumberedTable, id: number): number {
    this.sequences.set(name, Math.max(this.sequences.get(name) ?? 0, id));
    return id;
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
    return Object.values(this).filter((table) => table instanceof Table);
  }
}
