import type { NameValueInput } from './contact.js';

export type RegistrarCheck = 'UNDEFINED' | 'NOT_REGISTERED' | 'REGISTERED';

/** Exactly one of the two is to be given. */
export interface ResourceLimit {
  readonly resourceTypeId: number;
  readonly limit?: bigint | null;
  readonly unlimited?: boolean | null;
}

export interface CreateSubscription {
  readonly accountId: string;
  readonly planId: string;
  readonly name?: string | null;
  readonly nativeId?: string | null;
  readonly limits?: readonly ResourceLimit[] | null;
  readonly parameters?: readonly NameValueInput[] | null;
  readonly domainName?: string | null;
  readonly registrarStatus?: RegistrarCheck | null;
  readonly webspacePath?: string | null;
  readonly accountWide?: boolean | null;
  /** Default `true`. */
  readonly provision?: boolean | null;
  /** Default `false`. */
  readonly awaitTask?: boolean | null;
}

export interface ChangeSubscriptionPlan {
  readonly subscriptionId: string;
  readonly planId: string;
  readonly limits?: readonly ResourceLimit[] | null;
}

export interface SetResourceLimits {
  readonly subscriptionId: string;
  readonly limits: readonly ResourceLimit[];
  readonly autoProvision?: boolean | null;
  readonly parameters?: readonly NameValueInput[] | null;
}
