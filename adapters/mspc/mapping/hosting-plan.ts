import { type HostingPlan, toGlobalId } from '../../../src/model/index.js';
import type { Result, RowOf } from './results.js';
import { idText } from './words.js';

type PlanInfo = Result<'getHostingPlan'>;
type PlanRow = RowOf<Result<'getHostingPlans'>['Table']>;

export function toHostingPlan(backend: string, info: PlanInfo): HostingPlan {
  const nativeId = String(info.PlanId);
  return {
    id: toGlobalId(backend, 'HostingPlan', nativeId),
    backend,
    nativeId,
    name: info.PlanName,
    description: info.PlanDescription,
    addon: info.IsAddon,
    active: info.Available,
    accountId: idText(info.UserId),
    // POA's plans have these.
    resources: null,
  };
}

export const toListedPlan = (backend: string, row: PlanRow): HostingPlan =>
  toHostingPlan(backend, {
    ...row,
    PlanId: row.PlanID,
    UserId: row.UserID,
  });

/** @param sellerId - account that sells it, which lists of what an account may buy leave out; `undefined`: unknown */
export function toOfferedPlan(backend: string, info: PlanInfo, sellerId: string | undefined): HostingPlan {
  const { accountId: _, ...plan } = toHostingPlan(backend, info);
  return sellerId === undefined ? plan : { ...plan, accountId: sellerId };
}
