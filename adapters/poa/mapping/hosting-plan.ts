import { type HostingPlan, type PlanResource, toGlobalId } from '../../../src/model/index.js';
import type { Result } from './results.js';
import { idText, parentOf } from './words.js';

/** @param nativeId - as asked: whether the answer repeats it does not matter */
export function toHostingPlan(
  backend: string,
  nativeId: string,
  reply: Result<'getServiceTemplate'>,
): HostingPlan {
  return {
    id: toGlobalId(backend, 'HostingPlan', nativeId),
    backend,
    nativeId,
    name: reply.name,
    // MSPControl's plans have these.
    description: null,
    addon: null,
    groups: null,
    quotas: null,
    active: reply.is_active,
    accountId: idText(reply.owner_id),
    ...(reply.resource_types === null ? {} : { resources: reply.resource_types.map(toPlanResource) }),
  };
}

export function toPlanResource(
  row: NonNullable<Result<'getServiceTemplate'>['resource_types']>[number],
): PlanResource {
  return {
    resourceTypeId: row.resource_type_id,
    parentResourceTypeId: parentOf(row.parent_resource_type_id),
    name: row.name,
    resourceClass: row.resclass_name,
    unit: row.measurement_unit,
  };
}
