/** What the panel keeps of Hosted CRM. */

export interface CrmOrganization {
  readonly id: number;
  readonly subscriptionId: number;
  /** Of Hosted CRM, from which it was made. */
  readonly resourceTypeId: number;
  readonly displayName: string;
  /** Part of the URL of its web interface. */
  readonly uniqueName: string;
  readonly currencyId: number;
  readonly enabled: boolean;
}

export interface CrmBusinessUnit {
  readonly id: number;
  readonly organizationId: number;
}

/** A service user who works with an organization. */
export interface CrmUser {
  readonly id: number;
  readonly organizationId: number;
  readonly userId: number;
  readonly securityRoleIds: readonly number[];
  readonly businessUnitId: number;
  /** Full, administrative, read-only. */
  readonly licence: 1 | 2 | 3;
  readonly emailDelivery: 'external' | 'exchange' | 'none' | 'outlook';
  readonly primaryEmail: string;
}
