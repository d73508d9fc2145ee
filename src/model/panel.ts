import type { Account, AccountMember } from './account.js';
import type { Domain } from './domain.js';
import type { EmailBundle, EmailExpiration } from './email-bundle.js';
import type { HostingPlan, PlanContents, PlanResource } from './hosting-plan.js';
import type { Mailbox, MailboxStore, MailForwarding } from './mailbox.js';
import type { Ownership } from './ownership.js';
import type { Package, PackageAddon, PackageQuota } from './package.js';
import type { Listing, PageRequest } from './page.js';
import type { Resource, ServiceUser, Subscription, Webspace } from './subscription.js';
import type { Task } from './task.js';

/**
 * The port that every backend fulfils, for one request: what the graph can ask of a panel.
 *
 * A member that is absent says that the panel has no call for it: the field is null without an error. One that
 * answers `null` has asked, and there is nothing; one that throws has failed. Ids are native ids in canonical form
 * (`canonicalId` has seen them). Calls made through the same `Panel` are shared and batched, so a method may be
 * called once a record without thought for its neighbours.
 */
export interface Panel {
  /** One object by its native id; `null` when the panel knows none. */
  readonly find: Finders;
  /** All that a fuller answer tells about a record that a shorter one mentioned. */
  readonly detail: Details;
  /** To whom its objects belong; absent, nothing of it is shown to callers with a scope. */
  readonly ownership?: Ownership;

  accountByLogin?(login: string): Promise<Account | null>;
  accountMemberByLogin?(login: string): Promise<AccountMember | null>;
  accountBySignup?(signupId: string): Promise<Account | null>;
  loginAvailable?(login: string): Promise<boolean | null>;
  /** `owner` null: the login's own. `null` where the panel lists those of the login alone, and another was asked for. */
  accounts?(owner: string | null, recursive: boolean, page: PageRequest): Promise<Listing<Account> | null>;
  childAccounts?(account: Account, recursive: boolean, page: PageRequest): Promise<Listing<Account>>;
  accountSubscriptions?(account: Account): Promise<Listing<Subscription>>;
  accountPackages?(account: Account, page: PageRequest): Promise<Listing<Package> | null>;
  accountHostingPlans?(
    account: Account,
    which: { readonly offered: boolean; readonly addons: boolean },
  ): Promise<Listing<HostingPlan> | null>;
  diskQuotaKiB?(account: Account): Promise<number | null>;

  subscriptionResources?(subscription: Subscription): Promise<readonly Resource[] | null>;
  subscriptionDomains?(subscription: Subscription): Promise<Listing<Domain>>;
  subscriptionMailboxes?(subscription: Subscription): Promise<Listing<Mailbox>>;
  subscriptionServiceUsers?(subscription: Subscription): Promise<Listing<ServiceUser>>;
  subscriptionWebspaces?(subscription: Subscription): Promise<readonly Webspace[] | null>;
  webspaceDiskSpaceLimit?(webspace: Webspace): Promise<bigint | null>;

  serviceUserByLogin?(login: string): Promise<ServiceUser | null>;
  serviceUserMailbox?(user: ServiceUser): Promise<Mailbox | null>;

  domains?(page: PageRequest): Promise<Listing<Domain>>;
  domainByName?(name: string): Promise<Domain | null>;
  domainAccount?(domain: Domain): Promise<Account | null>;
  domainSubscription?(domain: Domain): Promise<Subscription | null>;
  domainNameServers?(domain: Domain): Promise<readonly string[] | null>;
  domainMailboxes?(domain: Domain): Promise<Listing<Mailbox> | null>;
  domainCatchAll?(domain: Domain): Promise<string | null>;
  /** For panels that tell these two apart from all else; asked where the record has not told them. */
  domainAutoRenew?(domain: Domain): Promise<boolean | null>;
  domainRegistrarLock?(domain: Domain): Promise<boolean | null>;

  mailboxByAddress?(address: string): Promise<Mailbox | null>;
  mailboxOtherAddresses?(mailbox: Mailbox): Promise<readonly string[] | null>;
  mailboxForwarding?(mailbox: Mailbox): Promise<MailForwarding | null>;
  mailboxSubscription?(mailbox: Mailbox): Promise<Subscription | null>;
  mailboxStores?(): Promise<readonly MailboxStore[]>;

  /** Here and below: a row that could not be read is its error. */
  packageAddons?(hostingSpace: Package): Promise<ReadonlyArray<PackageAddon | Error> | null>;
  /** `names` null: all quotas, with one call; else one entry a name, null or an error where there is no such quota. */
  packageQuotas?(
    hostingSpace: Package,
    names: readonly string[] | null,
  ): Promise<ReadonlyArray<PackageQuota | Error | null> | null>;

  planResources?(plan: HostingPlan): Promise<readonly PlanResource[] | null>;
  planContents?(plan: HostingPlan): Promise<PlanContents | null>;

  /** Bundles of one domain name. */
  emailBundles?(domainName: string): Promise<ReadonlyArray<EmailBundle | Error> | null>;
  bundleMailboxes?(bundle: EmailBundle): Promise<Listing<Mailbox>>;
  emailExpirations?(page: PageRequest): Promise<Listing<EmailExpiration>>;

  task?(requestId: string): Promise<Task | null>;
}

/** The records behind the types of the graph that have global ids. */
export interface NodeRecords {
  Account: Account;
  AccountMember: AccountMember;
  Subscription: Subscription;
  ServiceUser: ServiceUser;
  Domain: Domain;
  Mailbox: Mailbox;
  MailboxStore: MailboxStore;
  Package: Package;
  PackageAddon: PackageAddon;
  HostingPlan: HostingPlan;
  EmailBundle: EmailBundle;
}

/** What a query is going to read of the object it asks for, so that one call can bring it along. */
export interface Wanted {
  /** Limits and usage of a subscription, resource types of a plan. */
  readonly resources: boolean;
  /** Groups or quotas of a plan. */
  readonly planContents?: boolean;
  /** All quotas of a package, not those of some names. */
  readonly packageQuotas?: boolean;
}

/** Asked as methods of `Panel.find`, which may be an object of a class; details are, too. */
export type Finders = {
  readonly [T in keyof NodeRecords]?: (nativeId: string, wanted: Wanted) => Promise<NodeRecords[T] | null>;
};

export type Details = {
  readonly [T in keyof NodeRecords]?: (record: NodeRecords[T]) => Promise<Partial<NodeRecords[T]> | null>;
};
