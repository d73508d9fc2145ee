import type { NodeRecord, Told } from './node.js';

/** POA subscription. */
export interface Subscription extends NodeRecord {
  readonly name?: Told<string>;
  readonly active?: Told<boolean>;
  readonly accountId?: Told<string>;
  readonly planId?: Told<string>;
  readonly planVersion?: Told<number>;
  readonly resources?: Told<readonly Resource[]>;
}

export interface Resource {
  readonly resourceTypeId: number;
  readonly parentResourceTypeId: number | null;
  readonly name: string | null;
  readonly resourceClass: string | null;
  readonly unit: string | null;
  /** `null` where `unlimited`, or where the panel tells none. */
  readonly limit: bigint | null;
  readonly unlimited: boolean | null;
  readonly usage: bigint | null;
}

export type ObjectStatus = 'READY' | 'CREATING' | 'UPDATING' | 'DELETING' | 'FAILED' | 'OTHER';

/** POA service user: a person who uses the services of one subscription. */
export interface ServiceUser extends NodeRecord {
  readonly login?: Told<string>;
  readonly displayName?: Told<string>;
  readonly subscriptionId?: Told<string>;
  readonly enabled?: Told<boolean>;
  readonly status?: Told<ObjectStatus>;
  readonly nativeStatus?: Told<string>;
  readonly services?: Told<readonly string[]>;
  readonly properties?: Told<readonly NameValue[]>;
}

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/** A place on a web server. */
export interface Webspace {
  readonly backend: string;
  readonly nativeId: string;
  readonly hostId: number | null;
  readonly hostName: string | null;
  readonly path: string | null;
  /** Native ids of all webspaces of the same answer: their limits are read with one call. */
  readonly siblingIds: readonly string[];
}
