import type { Data } from '../data.js';
import { type MethodTable, type RemoteMethod, write } from '../method.js';
import { arrayOf, int, oneOf, optional, string, structOf } from '../parameters.js';
import type { Resource, ServiceTemplate } from '../records.js';
import { Refusal } from '../refusal.js';
import { activeSubscription, limited, unused } from '../resource-use.js';
import { RESOURCE } from '../seed/catalogue.js';
import { createDomain, REGISTRAR_STATUSES } from './new-domain.js';
import { activeTemplate, createSubscription, resourcesOf, upgrade } from './subscription-writes.js';
import { typeOf } from './subscriptions.js';

/** It has a page of its own, which prints no parameters and says that it is no longer supported. */
const unsupported: RemoteMethod = {
  transactional: true,
  changes: true,
  call() {
    throw Refusal.notSupported(
      'Use pem.setAccountInfo, pem.setMemberInfo and pem.setMemberPassword instead of this method',
    );
  },
};

/** @see POA Public API Reference 2.8, the pages marked as deprecated */
export const deprecatedMethods: MethodTable = {
  'pem.migrateSubscription': upgrade,
  'pem.updateAccountAndAccountMember': unsupported,

  'pem.orderSubscription': write(
    {
      account_id: int,
      subscription_id: int,
      service_template_id: int,
      domain_id: optional(int),
      domain_name: string,
      registrar_status: oneOf(0, 1, 2),
    },
    (data, { domain_id, domain_name, registrar_status, ...given }) => {
      const template = sharedHosting(data, given.service_template_id);
      const resources = resourcesOf(data, template, new Map());
      createDomain(data, {
        name: domain_name,
        subscriptionId: createSubscription(data, given, template, resources),
        registrarStatus: REGISTRAR_STATUSES[registrar_status] ?? 0,
        ...(domain_id !== undefined && { chosenId: domain_id }),
      });
    },
  ),

  /** By default, what the template has and the subscription lacks. */
  'pem.provisionSubscription': write(
    {
      subscription_id: int,
      provisioned_resource_types: optional(arrayOf(structOf({ resource_type_id: int, amount: int }))),
    },
    (data, { subscription_id, provisioned_resource_types: given }) => {
      const subscription = activeSubscription(data, subscription_id);
      const template = sharedHosting(data, subscription.serviceTemplateId);
      const resources = new Map(subscription.resources.map((row) => [row.resourceTypeId, row]));
      for (const wanted of given?.map((row) => provisioned(data, resources, row)) ?? []) {
        resources.set(wanted.resourceTypeId, wanted);
      }
      for (const row of given === undefined ? resourcesOf(data, template, new Map()) : []) {
        if (!resources.has(row.resourceTypeId)) resources.set(row.resourceTypeId, row);
      }
      data.subscriptions.put({ ...subscription, resources: [...resources.values()] });
    },
  ),
};

function sharedHosting(data: Data, templateId: number): ServiceTemplate {
  const template = activeTemplate(data, templateId);
  const isShared = template.limits.some(
    ({ resourceTypeId: id }) => id === RESOURCE.apache || id === RESOURCE.iis,
  );
  if (!isShared) throw Refusal.invalidArguments(`Service template ${templateId} is no shared hosting`);
  return template;
}

function provisioned(
  data: Data,
  before: ReadonlyMap<number, Resource>,
  { resource_type_id: id, amount }: { readonly resource_type_id: number; readonly amount: number },
): Resource {
  if (amount < 1) throw Refusal.invalidArguments('amount is not positive');
  const limit = BigInt(amount);
  return limited(before.get(typeOf(data, id).id) ?? unused(id, limit), limit);
}
