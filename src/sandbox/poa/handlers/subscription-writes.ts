import { twinned } from '../bigint-twin.js';
import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { arrayOf, bigint, boolean, int, optional, string, structOf } from '../parameters.js';
import type { Resource, ServiceTemplate } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { limited, unused } from '../resource-use.js';
import { accountOf } from './account-writes.js';
import { createDomain, REGISTRAR_STATUSES } from './new-domain.js';
import { removeSubscription } from './removal.js';
import { subscriptionOf, typeOf } from './subscriptions.js';

const namedValues = optional(arrayOf(structOf({ var_name: string, var_value: string })));
const limits = arrayOf(structOf({ resource_type_id: int, limit: bigint }));

/** Under its old name, pem.migrateSubscription, too. */
export const upgrade = write(
  { subscription_id: int, service_template_id: int, custom_resource_limits: optional(limits) },
  (data, { subscription_id, service_template_id, custom_resource_limits = [] }) => {
    const subscription = subscriptionOf(data, subscription_id);
    const template = activeTemplate(data, service_template_id);
    const own = new Map(custom_resource_limits.map((row) => [row.resource_type_id, row.limit] as const));
    const before = subscription.resources;
    const wanted = resourcesOf(data, template, own);
    const sources = new Map(wanted.map((row) => [row.resourceTypeId, sourceOf(data, before, row)]));
    const resources = wanted.map((resource) => {
      const usage = sources.get(resource.resourceTypeId)?.usage ?? 0n;
      return limited({ ...resource, usage }, resource.limit);
    });
    data.subscriptions.put({
      ...subscription,
      serviceTemplateId: template.id,
      serviceTemplateVersion: template.version,
      resources,
    });
    const mapped = [...sources].flatMap(([id, source]) =>
      source === undefined ? [] : [{ src_rt_id: source.resourceTypeId, dst_rt_id: id }],
    );
    const left = before.filter((row) => !mapped.some(({ src_rt_id }) => src_rt_id === row.resourceTypeId));
    return {
      rt_added: [...sources].flatMap(([id, source]) => (source === undefined ? [id] : [])),
      rt_removed: left.map((row) => row.resourceTypeId),
      rt_mapped: mapped,
    };
  },
);

/** What a subscription had that a resource of its new template takes over: of the same type, else class. */
function sourceOf(data: Data, before: readonly Resource[], { resourceTypeId }: Resource) {
  const { resourceClass } = typeOf(data, resourceTypeId);
  return (
    before.find((row) => row.resourceTypeId === resourceTypeId) ??
    before.find((row) => typeOf(data, row.resourceTypeId).resourceClass === resourceClass)
  );
}

/** @see POA Public API Reference 2.8, "Subscription Management"; CloudBlue Commerce 20.4, the same */
export const subscriptionWriteMethods: MethodTable = {
  'pem.activateSubscription': write(
    {
      subscription_id: optional(int),
      subscription_name: optional(string),
      account_id: int,
      service_template_id: int,
      resource_limits: optional(
        arrayOf(
          structOf({ resource_id: int, resource_limit: optional(int), resource_limit64: optional(bigint) }),
        ),
      ),
      parameters: namedValues,
      account_wide_su: optional(boolean),
    },
    (data, { resource_limits = [], parameters, ...given }) => {
      const template = activeTemplate(data, given.service_template_id);
      const own = new Map(
        resource_limits.map(({ resource_id, resource_limit: limit, resource_limit64: limit64 }) => [
          resource_id,
          twinned('resource_limit', limit, limit64),
        ]),
      );
      const id = createSubscription(data, given, template, resourcesOf(data, template, own));
      const domainId = parameters === undefined ? undefined : createDomainOf(data, id, pairs(parameters));
      return {
        subscription_id: id,
        auto_provisioning_result:
          domainId === undefined
            ? []
            : [
                {
                  rt_id: template.limits[0]?.resourceTypeId ?? 0,
                  rt_parameters: [{ parameter_name: 'domain_id', parameter_value: String(domainId) }],
                },
              ],
      };
    },
  ),

  'pem.addSubscription': write(
    {
      account_id: int,
      subscription_name: optional(string),
      subscription_id: optional(int),
      service_template_id: int,
    },
    (data, given) => ({
      subscription_id: createSubscription(data, given, activeTemplate(data, given.service_template_id), []),
    }),
  ),

  'pem.removeSubscription': write({ subscription_id: int }, (data, { subscription_id }) => {
    removeSubscription(data, subscriptionOf(data, subscription_id));
  }),

  'pem.upgradeSubscription': upgrade,
};

interface NewSubscription {
  readonly account_id: number;
  readonly service_template_id: number;
  readonly subscription_id?: number;
  readonly subscription_name?: string;
}

/** Records a subscription; returns its number. */
export function createSubscription(
  data: Data,
  { account_id, subscription_id: chosen, subscription_name: name }: NewSubscription,
  template: ServiceTemplate,
  resources: readonly Resource[],
): number {
  accountOf(data, account_id);
  if (chosen !== undefined && data.subscriptions.get(chosen) !== undefined) {
    throw Refusal.exists('Subscription', chosen);
  }
  const id = chosen === undefined ? data.nextId('subscriptions') : data.takeId('subscriptions', chosen);
  data.subscriptions.put({
    id,
    ownerId: account_id,
    name: name ?? template.name,
    description: '',
    serviceTemplateId: template.id,
    serviceTemplateVersion: template.version,
    isActive: true,
    resources,
  });
  return id;
}

export function activeTemplate(data: Data, id: number): ServiceTemplate {
  const template = found(data.serviceTemplates.get(id), 'Service template', id);
  if (!template.isActive) throw Refusal.wrongState(`Service template ${id} is not active`);
  return template;
}

/** The resources of a template, with limits of one's own. */
export function resourcesOf(
  data: Data,
  template: ServiceTemplate,
  own: ReadonlyMap<number, bigint>,
): Resource[] {
  const all = new Map(template.limits.map((row) => [row.resourceTypeId, row.limit]));
  for (const [id, limit] of own) all.set(typeOf(data, id).id, limit);
  return [...all].map(([id, limit]) => limited(unused(id, limit), limit));
}

const pairs = (parameters: readonly { readonly var_name: string; readonly var_value: string }[]) =>
  new Map(parameters.map(({ var_name, var_value }) => [var_name, var_value]));

/** With parameters a domain is created, too, if they name one. */
function createDomainOf(data: Data, subscriptionId: number, given: ReadonlyMap<string, string>) {
  const name = given.get('domain_name');
  const status = given.get('registrar_status') ?? '2';
  if (!/^[012]$/.test(status)) throw Refusal.invalidArguments('registrar_status is 0, 1 or 2');
  if (name === undefined) return undefined;
  const chosen = given.get('domain_id');
  return createDomain(data, {
    name,
    subscriptionId,
    registrarStatus: REGISTRAR_STATUSES[Number(status)] ?? 0,
    ...(chosen !== undefined && { chosenId: Number(chosen) }),
  });
}
