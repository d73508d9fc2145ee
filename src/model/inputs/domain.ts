import type { RegistrarCheck } from './subscription.js';

export type HostingKind = 'PHYSICAL' | 'PARKING';
export type ParkingKind = 'PARKED' | 'FORWARDING' | 'SINGLE_PAGE' | 'FRAME';

/** `domainId`, here and below, is the name of the domain; on POA it can be its number. */
export interface DomainSubscription {
  readonly domainId: string;
  readonly subscriptionId: string;
}

export interface AddDomain {
  readonly subscriptionId?: string | null;
  readonly accountId?: string | null;
  readonly name: string;
  readonly nativeId?: string | null;
  /** Default `UNDEFINED`. */
  readonly registrarStatus?: RegistrarCheck | null;
  readonly hosting?: HostingKind | null;
  readonly parking?: ParkingKind | null;
  readonly path?: string | null;
  /** Default `false`. */
  readonly takeOver?: boolean | null;
}

export interface AddSubdomain {
  readonly subscriptionId: string;
  readonly parentDomainId: string;
  readonly prefix: string;
  /** Default `/`. */
  readonly path?: string | null;
}

export interface CreateDnsRecord {
  readonly domainId: string;
  readonly host: string;
  readonly type: string;
  readonly data: string;
  /** Seconds. */
  readonly ttl?: number | null;
}

export interface ImportCertificate {
  readonly domainId: string;
  readonly certificate?: string | null;
  readonly privateKey?: string | null;
  readonly caCertificate?: string | null;
}
