import type { Data } from '../data.js';
import { type MethodTable, method } from '../method.js';
import { boolean, int, optional } from '../parameters.js';
import type { NameValue, ServiceTemplate } from '../records.js';
import { found } from '../refusal.js';
import type { SentStruct } from '../wire/values.js';

/**
 * The published text of this method breaks off inside `resource_types`: the names after `measurement_type` are
 * taken from pem.getSubscription and pem.addResourceType.
 *
 * @see CloudBlue Commerce 20.4, Operations Public API Reference, "pem.getServiceTemplate"
 */
export const serviceTemplateMethods: MethodTable = {
  'pem.getServiceTemplate': method(
    { st_id: int, get_resources: boolean, get_full_info: optional(boolean) },
    (data, { st_id, get_resources, get_full_info = false }) => {
      const template = found(data.serviceTemplates.get(st_id), 'Service template', st_id);
      return {
        st_id,
        version: template.version,
        name: template.name,
        owner_id: template.ownerId,
        is_active: template.isActive,
        autoprovidable: template.autoprovidable,
        ...(get_resources && { resource_types: resourceRows(data, template, get_full_info) }),
        ...(get_resources && get_full_info && { st_act_params: pairs(template.activationParameters) }),
      };
    },
  ),
};

function resourceRows(data: Data, template: ServiceTemplate, full: boolean): SentStruct[] {
  return template.limits.map(({ resourceTypeId, limit }) => {
    const type = found(data.resourceTypes.get(resourceTypeId), 'Resource type', resourceTypeId);
    return {
      name: type.name,
      resclass_name: type.resourceClass,
      resource_type_id: type.id,
      // Optional here, where pem.getSubscription writes -1.
      ...(type.parentId !== -1 && { parent_resource_type_id: type.parentId }),
      measurement_unit: type.unit,
      measurement_type: 'A',
      limit: String(limit),
      usage: String(usedByAll(data, template.id, resourceTypeId)),
      ...(full && { attributes: type.attributes, act_params: pairs(type.activationParameters ?? []) }),
    };
  });
}

/** What all subscriptions of a template use together. */
function usedByAll(data: Data, templateId: number, resourceTypeId: number): bigint {
  return data.subscriptions
    .filter((subscription) => subscription.serviceTemplateId === templateId)
    .flatMap((subscription) => subscription.resources)
    .filter((resource) => resource.resourceTypeId === resourceTypeId)
    .reduce((sum, resource) => sum + resource.usage, 0n);
}

function pairs(parameters: readonly NameValue[]): SentStruct[] {
  return parameters.map(({ name, value }) => ({ var_name: name, var_value: value }));
}
