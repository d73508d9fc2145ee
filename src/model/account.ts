import type { NodeRecord, Told } from './node.js';

export type AccountKind = 'PROVIDER' | 'RESELLER' | 'CUSTOMER' | 'STAFF' | 'OTHER';
export type AccountStatus = 'ACTIVE' | 'SUSPENDED' | 'CANCELLED' | 'PENDING' | 'OTHER';

/** POA account, MSPC user, H-Sphere account. */
export interface Account extends NodeRecord {
  readonly kind?: Told<AccountKind>;
  readonly nativeKind?: Told<string>;
  readonly status?: Told<AccountStatus>;
  readonly nativeStatus?: Told<string>;
  readonly login?: Told<string>;
  readonly peer?: Told<boolean>;
  readonly demo?: Told<boolean>;
  readonly contact?: Told<Contact>;
  /** Native id of the account above; `null` at the top. */
  readonly parentId?: Told<string>;
}

/** A person who may log in for a POA account. */
export interface AccountMember extends NodeRecord {
  readonly login: string | null;
  readonly accountId: string | null;
}

export interface Contact {
  /** The account whose fuller answer tells the members that are not told here; absent when all are. */
  readonly of?: NodeRecord;
  readonly title?: Told<string>;
  readonly firstName?: Told<string>;
  readonly middleName?: Told<string>;
  readonly lastName?: Told<string>;
  readonly companyName?: Told<string>;
  readonly email?: Told<string>;
  readonly phone?: Told<Phone>;
  readonly fax?: Told<Phone>;
  readonly address?: Told<PostalAddress>;
}

export interface Phone {
  readonly countryCode?: Told<string>;
  readonly areaCode?: Told<string>;
  readonly number?: Told<string>;
  readonly extension?: Told<string>;
}

export interface PostalAddress {
  readonly street?: Told<string>;
  readonly houseNumber?: Told<string>;
  readonly address2?: Told<string>;
  readonly address3?: Told<string>;
  readonly postalCode?: Told<string>;
  readonly city?: Told<string>;
  readonly state?: Told<string>;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: Told<string>;
}
