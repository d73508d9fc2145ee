import type { PlanGroupInput, PlanQuotaInput, UserError } from '../../../src/model/index.js';
import type { ResultOf } from '../../../src/operation/operation.js';
import { invalid } from '../../../src/writes/refusal.js';
import type { getHostingPlanContents } from '../operations/seen.js';
import { isGiven } from './results.js';
import type { Values } from './values.js';

type Contents = NonNullable<ResultOf<typeof getHostingPlanContents>>;

const MAX_INT = 2 ** 31 - 1;
const UNLIMITED = -1;

/** Groups and quotas as an update takes them; it wipes both where one of them is left out. */
export interface PlanContentValues {
  readonly Groups: readonly Values[];
  readonly Quotas: readonly { readonly QuotaId: number; readonly QuotaValue: number }[];
}

export function* groupErrors(groups: readonly PlanGroupInput[]): Generator<UserError> {
  for (const [index, { groupId }] of groups.entries()) {
    const field = ['groups', String(index), 'groupId'];
    if (groupId < 1) yield invalid('groupId must be at least 1', ...field);
    if (groups.findIndex((other) => other.groupId === groupId) !== index) {
      yield invalid('the group is given twice', ...field);
    }
  }
}

export function* quotaErrors(quotas: readonly PlanQuotaInput[]): Generator<UserError> {
  for (const [index, { quotaId, value, unlimited }] of quotas.entries()) {
    const field = ['quotas', String(index)];
    if (quotaId < 1) yield invalid('quotaId must be at least 1', ...field, 'quotaId');
    if (quotas.findIndex((other) => other.quotaId === quotaId) !== index) {
      yield invalid('the quota is given twice', ...field, 'quotaId');
    }
    if (isGiven(value) === (unlimited === true)) {
      yield invalid('exactly one of value and unlimited is to be given', ...field);
    }
    if (isGiven(value) && (value < 0n || value > BigInt(MAX_INT))) {
      yield invalid(`value must be a whole number from 0 to ${MAX_INT}`, ...field, 'value');
    }
  }
}

/** What a plan consists of now, ready to be written back. Only groups that are on are listed. */
export const contentsOf = ({ GroupsArray, QuotasArray }: Contents): PlanContentValues => ({
  Groups: (GroupsArray ?? []).filter(({ Enabled }) => Enabled !== false),
  Quotas: (QuotasArray ?? []).map(({ QuotaId, QuotaAllocatedValue }) => ({
    QuotaId,
    QuotaValue: Number(QuotaAllocatedValue ?? 0n),
  })),
});

/** `groups` are all that are to be on; `quotas` those that change. */
export function mergeContents(
  there: PlanContentValues,
  groups: readonly PlanGroupInput[] | null | undefined,
  quotas: readonly PlanQuotaInput[] | null | undefined,
): PlanContentValues {
  const changed = new Map((quotas ?? []).map((quota) => [quota.quotaId, toQuotaValue(quota)]));
  const kept = there.Quotas.filter(({ QuotaId }) => !changed.has(QuotaId));
  return {
    Groups: isGiven(groups) ? groups.map((group) => toGroup(group, there)) : there.Groups,
    Quotas: [...kept, ...Array.from(changed, ([QuotaId, QuotaValue]) => ({ QuotaId, QuotaValue }))],
  };
}

/** A group that was on keeps what else the panel has told of it. */
function toGroup(
  { groupId, calculateDiskSpace, calculateBandwidth }: PlanGroupInput,
  { Groups }: PlanContentValues,
): Values {
  return {
    ...Groups.find(({ GroupId }) => GroupId === groupId),
    GroupId: groupId,
    Enabled: true,
    CalculateDiskSpace: calculateDiskSpace !== false,
    CalculateBandwidth: calculateBandwidth !== false,
  };
}

const toQuotaValue = ({ value, unlimited }: PlanQuotaInput): number =>
  unlimited === true ? UNLIMITED : Number(value ?? 0n);

/** Contents as two answers can be compared: a quota of 0 is as good as none. */
export const comparableContents = ({ Groups, Quotas }: PlanContentValues): Values => ({
  Groups: Groups.map(({ GroupId, CalculateDiskSpace, CalculateBandwidth }) => [
    GroupId,
    CalculateDiskSpace,
    CalculateBandwidth,
  ]).toSorted(byNumber),
  Quotas: Quotas.filter(({ QuotaValue }) => QuotaValue !== 0)
    .map(({ QuotaId, QuotaValue }) => [QuotaId, QuotaValue])
    .toSorted(byNumber),
});

const byNumber = ([a]: readonly unknown[], [b]: readonly unknown[]): number => Number(a) - Number(b);
