import type { Data } from '../data.js';
import { type MethodTable, write } from '../method.js';
import { boolean, int, optional, string } from '../parameters.js';
import type { Domain } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { activeSubscription } from '../resource-use.js';
import { accountOf } from './account-writes.js';
import { domainBy, domainNamed } from './domains.js';
import { NAME_SERVERS } from './name-servers.js';
import {
  bind,
  checkedName,
  createDomain,
  makeRoom,
  newDomainId,
  REGISTRAR_STATUSES,
  removeDomain,
  removeRequests,
  setHostings,
} from './new-domain.js';
import { subscriptionOf } from './subscriptions.js';

/** @see POA Public API Reference 2.8, "Domains Management" */
export const domainWriteMethods: MethodTable = {
  'pem.addDomain': write(
    {
      subscription_id: int,
      domain_id: optional(int),
      domain_name: string,
      registrar_status: int,
      hosting_type: optional(int),
      domain_parking_type: optional(int),
      path: optional(string),
      force: optional(boolean),
    },
    (data, { subscription_id, domain_id, domain_name, registrar_status, force, ...hosting }) => {
      const { hosting_type: kind, domain_parking_type: parking } = hosting;
      if (kind !== undefined && kind !== 0 && kind !== 2) {
        throw Refusal.invalidArguments('hosting_type is 0 or 2');
      }
      if (parking !== undefined && (kind !== 2 || parking < 0 || parking > 3)) {
        throw Refusal.invalidArguments('domain_parking_type is 0 to 3, for hosting_type 2 only');
      }
      const id = createDomain(data, {
        name: domain_name,
        subscriptionId: subscription_id,
        registrarStatus: statusOf(registrar_status),
        ...(domain_id !== undefined && { chosenId: domain_id }),
        ...(force !== undefined && { force }),
      });
      return { domain_id: id };
    },
  ),

  'pem.addDomainToAccount': write(
    { account_id: int, domain_id: optional(int), domain_name: string, force: optional(boolean) },
    (data, { account_id, domain_id, domain_name, force = false }) => {
      accountOf(data, account_id);
      const name = checkedName(domain_name);
      const existing = makeRoom(data, name, account_id, force);
      removeRequests(data, name);
      if (existing !== undefined) return { domain_id: existing.id };
      const id = newDomainId(data, domain_id);
      data.domains.put({
        id,
        name,
        ownerId: account_id,
        type: 'DOMAIN',
        hostingType: 'NONE',
        registrarStatus: 0,
        isLocked: false,
        dnsManagementAllowed: true,
        hostings: [],
      });
      return { domain_id: id };
    },
  ),

  'pem.addSubdomain': write(
    {
      subscription_id: int,
      domain_name: string,
      prefix: string,
      hosting_type: optional(int),
      path: optional(string),
    },
    (data, { subscription_id, domain_name, prefix, hosting_type: kind }) => {
      if (kind !== undefined && kind !== 0) throw Refusal.invalidArguments('hosting_type is 0');
      const parent = domainNamed(data, domain_name);
      if (parent.ownerId !== subscriptionOf(data, subscription_id).ownerId) {
        throw Refusal.invalidArguments(`Domain ${domain_name} belongs to another account`);
      }
      createDomain(data, {
        name: `${prefix}.${parent.name}`,
        subscriptionId: subscription_id,
        registrarStatus: parent.registrarStatus,
        type: 'SUBDOMAIN',
      });
    },
  ),

  /** The number wins over the name, unlike in pem.disableDomain. */
  'pem.removeDomain': write(
    { domain_id: optional(int), domain_name: optional(string) },
    (data, { domain_id, domain_name }) => {
      removeDomain(data, numberFirst(data, domain_id, domain_name));
    },
  ),

  'pem.setDomainRegistrarStatus': write(
    { domain_id: optional(int), domain_name: optional(string), registrar_status: int },
    (data, { domain_id, domain_name, registrar_status }) => {
      const domain = numberFirst(data, domain_id, domain_name);
      data.domains.put({ ...domain, registrarStatus: statusOf(registrar_status) });
    },
  ),

  'pem.bindServicesToDomain': write(
    { domain_id: int, subscription_id: int },
    (data, { domain_id, subscription_id }) => bind(data, domain_id, subscription_id),
  ),

  'pem.unbindServicesFromDomain': write(
    { domain_id: int, subscription_id: int },
    (data, { domain_id, subscription_id }) => {
      subscriptionOf(data, subscription_id);
      const domain = domainBy(data, domain_id, undefined);
      setHostings(
        data,
        domain,
        domain.hostings.filter((row) => row.subscriptionId !== subscription_id),
      );
    },
  ),

  /** An existing request is answered again. `zone_created` is 0 for a new zone, as printed. */
  'pem.addDomainRequest': write(
    { subscription_id: int, domain_name: string },
    (data, { subscription_id, domain_name }) => {
      activeSubscription(data, subscription_id);
      const name = checkedName(domain_name);
      const id = `${subscription_id}/${name}`;
      const zoneExists = data.domains.find((row) => row.name === name) !== undefined;
      const request = data.domainRequests.get(id) ?? { id, nameServers: NAME_SERVERS };
      data.domainRequests.put(request);
      return { name_servers: request.nameServers, zone_created: zoneExists };
    },
  ),

  'pem.removeDomainRequest': write(
    { subscription_id: int, domain_name: string },
    (data, { subscription_id, domain_name }) => {
      const id = `${subscription_id}/${domain_name.toLowerCase()}`;
      found(data.domainRequests.get(id), 'Domain request', domain_name);
      data.domainRequests.remove(id);
    },
  ),
};

function numberFirst(data: Data, id: number | undefined, name: string | undefined): Domain {
  if (id === undefined && name === undefined) {
    throw Refusal.invalidArguments('domain_id or domain_name is expected');
  }
  return id === undefined ? domainBy(data, undefined, name) : domainBy(data, id, undefined);
}

function statusOf(check: number) {
  const status = REGISTRAR_STATUSES[check];
  if (status === undefined) throw Refusal.invalidArguments('registrar_status is 0, 1 or 2');
  return status;
}
