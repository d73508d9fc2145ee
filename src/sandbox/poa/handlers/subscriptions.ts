import type { Data } from '../data.js';
import { type MethodTable, method, write } from '../method.js';
import { boolean, int, optional, string } from '../parameters.js';
import type { Resource, ResourceType, Subscription } from '../records.js';
import { found } from '../refusal.js';
import type { SentStruct } from '../wire/values.js';

/** @see POA Public API Reference 2.8, "Subscription Management" */
export const subscriptionMethods: MethodTable = {
  'pem.getSubscription': method(
    { subscription_id: int, get_resources: boolean },
    (data, { subscription_id, get_resources }) => {
      const subscription = subscriptionOf(data, subscription_id);
      return {
        subscription_id,
        name: subscription.name,
        st_id: subscription.serviceTemplateId,
        st_version: subscription.serviceTemplateVersion,
        owner_id: subscription.ownerId,
        is_active: subscription.isActive,
        ...(get_resources && {
          resource_types: subscription.resources.map((resource) => resourceRow(data, resource)),
        }),
      };
    },
  ),

  'pem.setSubscriptionName': write(
    { subscription_id: int, name: optional(string), descr: optional(string) },
    (data, { subscription_id, name, descr }) => {
      const subscription = subscriptionOf(data, subscription_id);
      data.subscriptions.put({
        ...subscription,
        name: name ?? subscription.name,
        description: descr ?? subscription.description,
      });
    },
  ),

  'pem.enableSubscription': setActive(true),
  'pem.disableSubscription': setActive(false),
};

function setActive(isActive: boolean) {
  return write({ subscription_id: int }, (data, { subscription_id }) => {
    data.subscriptions.put({ ...subscriptionOf(data, subscription_id), isActive });
  });
}

export function subscriptionOf(data: Data, id: number): Subscription {
  return found(data.subscriptions.get(id), 'Subscription', id);
}

function resourceRow(data: Data, resource: Resource): SentStruct {
  const type = typeOf(data, resource.resourceTypeId);
  return {
    name: type.name,
    resource_type_id: type.id,
    parent_resource_type_id: type.parentId,
    measurement_unit: type.unit,
    limit: String(resource.limit),
    usage: String(resource.usage),
    resclass_name: type.resourceClass,
  };
}

export function typeOf(data: Data, id: number): ResourceType {
  return found(data.resourceTypes.get(id), 'Resource type', id);
}
