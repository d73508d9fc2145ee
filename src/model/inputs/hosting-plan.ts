export interface PlanGroupInput {
  readonly groupId: number;
  /** Default `true`. */
  readonly calculateDiskSpace?: boolean | null;
  /** Default `true`. */
  readonly calculateBandwidth?: boolean | null;
}

/** Exactly one of the two is to be given. */
export interface PlanQuotaInput {
  readonly quotaId: number;
  readonly value?: bigint | null;
  readonly unlimited?: boolean | null;
}

/** Unit by the panel's number. */
export interface RecurrenceInput {
  readonly unit: number;
  readonly length: number;
}

/** Prices are exact decimal digits. */
interface PlanTerms {
  readonly description?: string | null;
  readonly packageId?: string | null;
  readonly serverId?: number | null;
  readonly setupPrice?: string | null;
  readonly recurringPrice?: string | null;
  readonly recurrence?: RecurrenceInput | null;
}

export interface CreateHostingPlan extends PlanTerms {
  readonly accountId: string;
  readonly name: string;
  /** Default `false`. */
  readonly addon?: boolean | null;
  /** Default `true`. */
  readonly available?: boolean | null;
  readonly groups: readonly PlanGroupInput[];
  readonly quotas: readonly PlanQuotaInput[];
}

/** Absent members stay as they are; `description` null clears it. */
export interface UpdateHostingPlan extends PlanTerms {
  readonly planId: string;
  readonly name?: string | null;
  readonly available?: boolean | null;
  /** All that are to be on. */
  readonly groups?: readonly PlanGroupInput[] | null;
  /** Those that change. */
  readonly quotas?: readonly PlanQuotaInput[] | null;
}
