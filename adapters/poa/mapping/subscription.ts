import {
  type ObjectStatus,
  type Resource,
  type ServiceUser,
  type Subscription,
  toGlobalId,
  type Webspace,
} from '../../../src/model/index.js';
import type { Result, Row } from './results.js';
import { idText, named, parentOf } from './words.js';

const USER_STATUSES: Readonly<Record<number, ObjectStatus>> = { 0: 'READY', 1: 'UPDATING', 2: 'DELETING' };

/** @param nativeId - as asked: whether the answer repeats it does not matter, here and below */
export function toSubscription(
  backend: string,
  nativeId: string,
  reply: Result<'getSubscription'>,
): Subscription {
  return {
    id: toGlobalId(backend, 'Subscription', nativeId),
    backend,
    nativeId,
    name: reply.name,
    active: reply.is_active,
    accountId: idText(reply.owner_id),
    planId: idText(reply.st_id),
    planVersion: reply.st_version,
    // Absent means not asked for; `resources` asks then.
    ...(reply.resource_types === null ? {} : { resources: reply.resource_types.map(toResource) }),
  };
}

function toResource(row: NonNullable<Result<'getSubscription'>['resource_types']>[number]): Resource {
  const unlimited = row.limit === null ? null : row.limit === -1n;
  return {
    resourceTypeId: row.resource_type_id,
    parentResourceTypeId: parentOf(row.parent_resource_type_id),
    name: row.name,
    resourceClass: row.resclass_name,
    unit: row.measurement_unit,
    limit: unlimited === true ? null : row.limit,
    unlimited,
    usage: row.usage,
  };
}

export function toListedServiceUser(
  backend: string,
  subscriptionId: string,
  row: Row<'getUsers'>,
): ServiceUser {
  const nativeId = String(row.user_id);
  return {
    id: toGlobalId(backend, 'ServiceUser', nativeId),
    backend,
    nativeId,
    login: row.login,
    displayName: row.display_name,
    subscriptionId,
  };
}

export function toServiceUser(backend: string, nativeId: string, reply: Result<'getUserInfo'>): ServiceUser {
  const status = named(USER_STATUSES, reply.status);
  const properties = reply.properties?.map(({ name, value }) => ({ name, value: value ?? '' })) ?? null;
  return {
    id: toGlobalId(backend, 'ServiceUser', nativeId),
    backend,
    nativeId,
    login: reply.login,
    // The display name is a member of its own in lists, and one of the properties here.
    displayName: properties?.find(({ name }) => name === 'display_name')?.value ?? null,
    subscriptionId: idText(reply.subscription_id),
    enabled: reply.enabled,
    status: status.value,
    nativeStatus: status.native,
    services: reply.services,
    properties,
  };
}

export function toWebspace(
  backend: string,
  siblingIds: readonly string[],
  row: Row<'getSubscriptionWebspaces'>,
): Webspace {
  return {
    backend,
    nativeId: String(row.webspace_id),
    hostId: row.host_id,
    hostName: row.host_name,
    path: row.path,
    siblingIds,
  };
}
