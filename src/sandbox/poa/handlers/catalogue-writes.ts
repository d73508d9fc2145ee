import { twinned } from '../bigint-twin.js';
import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { filled } from '../parameter-forms.js';
import { arrayOf, bigint, boolean, int, optional, string, structOf } from '../parameters.js';
import type { ServiceTemplate } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { has } from '../resource-use.js';
import { accountOf } from './account-writes.js';
import { subscriptionOf, typeOf } from './subscriptions.js';

/**
 * What providers and resellers sell. A new template is inactive and its limits are 0, until the methods that exist
 * for it say otherwise; descriptions, categories and the scope of services are read by no call and not kept.
 *
 * @see POA Public API Reference 5.2, "pem.addServiceTemplate"; CloudBlue Commerce 20.4, "pem.addResourceType"
 */
export const catalogueWriteMethods: MethodTable = {
  'pem.addResourceType': write(
    {
      resclass_name: string,
      name: filled,
      descr: optional(string),
      attrs: optional(arrayOf(string)),
      act_params: optional(arrayOf(structOf({ var_name: string, var_value: string }))),
    },
    (data, { resclass_name, name, attrs = [], act_params = [] }) => {
      const sibling = data.resourceTypes.find((row) => row.resourceClass === resclass_name);
      const { parentId, unit } = found(sibling, 'Resource class', resclass_name);
      const id = data.nextId('resourceTypes');
      data.resourceTypes.put({
        id,
        name,
        parentId,
        resourceClass: resclass_name,
        unit,
        attributes: attrs,
        activationParameters: act_params.map((row) => ({ name: row.var_name, value: row.var_value })),
      });
      return { resource_type_id: id };
    },
  ),

  'pem.addResourceTypeToServiceTemplate': write(
    { owner_id: int, st_id: int, rt_id: int },
    (data, { owner_id, st_id, rt_id }) => {
      const template = templateOf(data, st_id);
      if (template.ownerId !== owner_id) {
        throw Refusal.invalidArguments(`Service template ${st_id} belongs to another account`);
      }
      const { id } = typeOf(data, rt_id);
      if (template.limits.some((row) => row.resourceTypeId === id)) throw Refusal.exists('Resource type', id);
      data.serviceTemplates.put({
        ...template,
        limits: [...template.limits, { resourceTypeId: id, limit: 0n }],
      });
    },
  ),

  'pem.addServiceTemplate': write(
    {
      owner_id: int,
      name: filled,
      descr: optional(string),
      category: optional(string),
      auto_provisioning: optional(boolean),
      account_wide_services: optional(boolean),
      resources: arrayOf(structOf({ resource_type_id: int, subscription_id: optional(int) })),
    },
    (data, { owner_id, name, auto_provisioning: autoprovidable = false, resources }) => {
      const owner = accountOf(data, owner_id);
      if (owner.type === 'C') throw Refusal.invalidArguments(`Account ${owner_id} is a customer's`);
      const types = new Set<number>();
      for (const { resource_type_id: typeId, subscription_id: sourceId } of resources) {
        if (types.has(typeOf(data, typeId).id)) throw Refusal.exists('Resource type', typeId);
        if (sourceId !== undefined) checkSource(data, sourceId, typeId, owner_id);
        types.add(typeId);
      }
      const id = data.nextId('serviceTemplates');
      data.serviceTemplates.put({
        id,
        version: 1,
        name,
        ownerId: owner_id,
        isActive: false,
        autoprovidable,
        limits: [...types].map((resourceTypeId) => ({ resourceTypeId, limit: 0n })),
        activationParameters: [],
      });
      return { st_id: id };
    },
  ),

  'pem.setSTRTLimits': write(
    {
      st_id: int,
      limits: arrayOf(
        structOf({ resource_id: int, resource_limit: optional(int), resource_limit64: optional(bigint) }),
      ),
    },
    (data, { st_id, limits }) => {
      const template = templateOf(data, st_id);
      const all = new Map(template.limits.map((row) => [row.resourceTypeId, row.limit]));
      for (const { resource_id, resource_limit, resource_limit64 } of limits) {
        const limit = twinned('resource_limit', resource_limit, resource_limit64);
        if (limit < -1n) throw Refusal.invalidArguments('A limit is -1 or not negative');
        if (!all.has(resource_id)) throw Refusal.notFound('Resource type', resource_id);
        all.set(resource_id, limit);
      }
      data.serviceTemplates.put({
        ...template,
        limits: [...all].map(([resourceTypeId, limit]) => ({ resourceTypeId, limit })),
      });
    },
  ),

  'pem.activateST': write({ st_id: int }, (data, { st_id }) => {
    data.serviceTemplates.put({ ...templateOf(data, st_id), isActive: true });
  }),
};

function templateOf(data: Data, id: number): ServiceTemplate {
  return found(data.serviceTemplates.get(id), 'Service template', id);
}

/** What a template resells must come from a subscription of its owner that has some of it. */
function checkSource(data: Data, subscriptionId: number, typeId: number, ownerId: number): void {
  const subscription = subscriptionOf(data, subscriptionId);
  if (subscription.ownerId !== ownerId) {
    throw Refusal.invalidArguments(`Subscription ${subscriptionId} belongs to another account`);
  }
  if (!has(subscription, typeId)) {
    throw Refusal.overLimit(`Subscription ${subscriptionId} has no resource type ${typeId}`);
  }
}
