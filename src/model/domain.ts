import type { NodeRecord, Told } from './node.js';

export type DomainKind = 'DOMAIN' | 'SUBDOMAIN' | 'OTHER';
export type DomainHosting = 'REGULAR' | 'SLAVE' | 'NONE' | 'OTHER';
export type RegistrarStatus =
  | 'UNDEFINED'
  | 'ORDERING'
  | 'TRANSFERRING'
  | 'FAILED'
  | 'READY'
  | 'CLOSING'
  | 'CLOSED'
  | 'GONE'
  | 'NOT_REGISTERED'
  | 'REGISTERED'
  | 'OTHER';

/** A domain as one backend knows it; its id is its name, since no panel turns a number into a name. */
export interface Domain extends Omit<NodeRecord, 'nativeId'> {
  /** The panel's number, where an answer has told it. */
  readonly nativeId?: Told<string>;
  /** Lower-case A-label form. */
  readonly name: string;
  readonly kind?: Told<DomainKind>;
  readonly nativeKind?: Told<string>;
  readonly hosting?: Told<DomainHosting>;
  readonly nativeHosting?: Told<string>;
  readonly registrarStatus?: Told<RegistrarStatus>;
  readonly nativeRegistrarStatus?: Told<string>;
  readonly enabled?: Told<boolean>;
  readonly registrarLock?: Told<boolean>;
  readonly dnsManagementAllowed?: Told<boolean>;
  readonly expiresOn?: Told<string>;
  readonly autoRenew?: Told<boolean>;
  readonly accountId?: Told<string>;
  readonly subscriptionId?: Told<string>;
}
