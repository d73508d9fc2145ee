/** What the database holds. Dates are the server's wall clock without zone; a null is SQL's NULL. */

export interface UserRecord {
  readonly userId: number;
  /** 0 for the root administrator. */
  readonly ownerId: number;
  roleId: number;
  statusId: number;
  loginStatusId: number;
  failedLogins: number;
  isPeer: boolean;
  isDemo: boolean;
  readonly created: string;
  changed: string;
  readonly username: string;
  /** Null: nobody can log in with it. */
  password: string | null;
  comments: string | null;
  lastName: string | null;
  firstName: string | null;
  email: string | null;
  secondaryEmail: string | null;
  primaryPhone: string | null;
  secondaryPhone: string | null;
  fax: string | null;
  instantMessenger: string | null;
  address: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  htmlMail: boolean;
  companyName: string | null;
  ecommerceEnabled: boolean;
  subscriberNumber: string | null;
  additionalParams: string | null;
}

export interface PlanGroup {
  readonly groupId: number;
  readonly calculateDiskSpace: boolean;
  readonly calculateBandwidth: boolean;
}

/** What a plan or an override grants: the groups that are on, and quota values by quota id. */
export interface PlanContent {
  readonly groups: readonly PlanGroup[];
  readonly quotas: ReadonlyMap<number, number>;
}

export interface PlanRecord {
  readonly planId: number;
  readonly userId: number;
  packageId: number | null;
  serverId: number | null;
  planName: string | null;
  planDescription: string | null;
  available: boolean;
  readonly isAddon: boolean;
  /** Money, four fraction digits. */
  setupPrice: string;
  recurringPrice: string;
  recurrenceUnit: number;
  recurrenceLength: number;
  content: PlanContent;
}

export interface PackageRecord {
  readonly packageId: number;
  readonly userId: number;
  /** Null for the root space alone. */
  readonly parentPackageId: number | null;
  readonly serverId: number | null;
  statusId: number;
  planId: number | null;
  purchaseDate: string;
  packageName: string | null;
  packageComments: string | null;
  overrideQuotas: boolean;
  defaultTopPackage: boolean;
  overrides: PlanContent | null;
  /** What is in use, by quota id; absent is 0. */
  readonly usage: ReadonlyMap<number, number>;
}

export interface AddonRecord {
  readonly packageAddonId: number;
  readonly packageId: number;
  planId: number;
  quantity: number;
  statusId: number;
  purchaseDate: string;
  comments: string | null;
}

export interface ServerRecord {
  readonly serverId: number;
  readonly serverName: string;
  readonly comments: string;
  readonly virtual: boolean;
}

/** A database as the simulator starts from it. */
export interface Database {
  readonly users: readonly UserRecord[];
  readonly servers: readonly ServerRecord[];
  readonly plans: readonly PlanRecord[];
  readonly packages: readonly PackageRecord[];
  readonly addons: readonly AddonRecord[];
}
