/** What the panel keeps. Numbers beyond 32 bits are bigint; sizes are KB, as on the wire. */

export interface Person {
  readonly title?: string;
  readonly first_name: string;
  readonly middle_name?: string;
  readonly last_name: string;
  readonly company_name?: string;
}

export interface Address {
  readonly street_name: string;
  readonly house_num?: string;
  readonly address2?: string;
  readonly zipcode: string;
  readonly city: string;
  /** Two letters, lower case. */
  readonly country: string;
  readonly state: string;
}

export interface PhoneNumber {
  readonly country_code: string;
  readonly area_code: string;
  readonly phone_num: string;
  readonly ext_num?: string;
}

export interface Account {
  readonly id: number;
  /** Provider, reseller, customer. */
  readonly type: 'A' | 'R' | 'C';
  /** 0 for the provider. */
  readonly parentId: number;
  readonly person: Person;
  readonly address: Address;
  readonly phone: PhoneNumber;
  readonly fax: PhoneNumber;
  readonly email: string;
  /** Its services are turned off; no call tells. */
  readonly disabled?: boolean;
}

/** Whose number is never given away again. */
export interface RemovedAccount {
  readonly id: number;
}

/** A person who logs in to the panel for an account. */
export interface Member {
  readonly id: number;
  readonly accountId: number;
  readonly login: string;
}

export interface ResourceType {
  readonly id: number;
  readonly name: string;
  /** -1 for a root. */
  readonly parentId: number;
  readonly resourceClass: string;
  readonly unit: string;
  readonly attributes: readonly string[];
  readonly activationParameters?: readonly NameValue[];
}

export interface Resource {
  readonly resourceTypeId: number;
  /** -1 is unlimited. */
  readonly limit: bigint;
  readonly usage: bigint;
  /** Unix seconds of the last measurement. */
  readonly measuredAt: number;
}

export interface ServiceTemplate {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly ownerId: number;
  readonly isActive: boolean;
  readonly autoprovidable: boolean;
  readonly limits: readonly { readonly resourceTypeId: number; readonly limit: bigint }[];
  readonly activationParameters: readonly NameValue[];
}

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

export interface Subscription {
  readonly id: number;
  readonly ownerId: number;
  readonly name: string;
  readonly description: string;
  readonly serviceTemplateId: number;
  readonly serviceTemplateVersion: number;
  readonly isActive: boolean;
  readonly resources: readonly Resource[];
}

export type RegistrarStatus = 0 | 10 | 15 | 20 | 30 | 50 | 60 | 70;

/** A service that a domain has from a subscription; one domain may have them from several. */
export type Hosting =
  | { readonly service: 'dns' | 'web' | 'cqmail'; readonly subscriptionId: number }
  | { readonly service: 'exchange'; readonly subscriptionId: number; readonly windowsDomain: string };

export interface Domain {
  readonly id: number;
  /** Lower case, A-labels. */
  readonly name: string;
  readonly ownerId: number;
  readonly type: 'DOMAIN' | 'SUBDOMAIN';
  readonly hostingType: 'REGULAR' | 'SLAVE' | 'NONE';
  readonly registrarStatus: RegistrarStatus;
  readonly isLocked: boolean;
  readonly dnsManagementAllowed: boolean;
  readonly hostings: readonly Hosting[];
  /** Those of the account that it came from, until they are brought in line with its new one. */
  readonly formerNameServers?: readonly string[];
}

/** Known by its number alone: no call lists records. */
export interface DnsRecord {
  readonly id: number;
  readonly domainId: number;
  readonly host: string;
  readonly type: string;
  readonly data: string;
  readonly ttl?: number;
}

/** Known by its number alone, as a DNS record is. */
export interface PtrRecord {
  readonly id: number;
  readonly address: string;
  readonly hostname: string;
}

/** A wish for a domain, before it becomes one. */
export interface DomainRequest {
  /** `<subscription id>/<name>` */
  readonly id: string;
  readonly nameServers: readonly string[];
}

export interface ServiceUser {
  readonly id: number;
  readonly subscriptionId: number;
  readonly login: string;
  readonly enabled: boolean;
  /** Ready, updating, deleting. */
  readonly status: 0 | 1 | 2;
  readonly properties: readonly NameValue[];
  readonly services: readonly string[];
}

export interface Mailbox {
  readonly id: number;
  readonly userId: number;
  readonly storeId: number;
  readonly alias: string;
  readonly primaryAddress: string;
  readonly otherAddresses: readonly string[];
  /** Ready, creating, deleting, updating. */
  readonly status: 0 | 1 | 2 | 3;
  readonly protocols: {
    readonly owa: boolean;
    readonly mapi: boolean;
    readonly active_sync: boolean;
    readonly imap4: boolean;
    readonly pop3: boolean;
  };
  readonly size: number;
  readonly limits: {
    readonly warning_limit: number;
    readonly prohibit_send_limit: number;
    readonly size_limit: number;
    readonly incoming_item_max_size: number;
    readonly outgoing_item_max_size: number;
    readonly recipient_list_max_size: number;
    /** Days. */
    readonly message_retention: number;
  };
  readonly showInAddressBook: boolean;
  /** No call tells. */
  readonly forwarding?: { readonly to: string; readonly keepsCopy: boolean };
}

export interface MailboxStore {
  readonly id: number;
  readonly name: string;
  readonly hostName: string;
  readonly isReady: boolean;
  readonly storeSize: bigint;
  /** Occupied by what is no mailbox of this panel. */
  readonly otherSize: bigint;
  readonly status: 0 | 1 | 2 | 4;
  readonly windowsDomain: string;
  readonly exchangeVersion: 2003 | 2007;
  readonly attributes: readonly string[];
}

/** The background tasks that a batch or a committed transaction has scheduled under its request id. */
export interface TaskRequest {
  readonly id: string;
  readonly tasks: readonly { readonly state: 'running' | 'succeeded' | 'failed'; readonly message: string }[];
}

/** One change, in the order in which they became visible to others. */
export interface LedgerRow {
  readonly id: number;
  readonly method: string;
  /** Without secrets. */
  readonly params: unknown;
}

/** A property of the system, as an account has it set; no call tells. */
export interface SystemProperty {
  /** `<account id>/<name>` */
  readonly id: string;
  readonly name: string;
  /** The member that carried its value, and so its type. */
  readonly type: string;
  readonly value: string | number | boolean;
}
