import type { Data } from '../data.js';
import type { Domain, Hosting, RegistrarStatus } from '../records.js';
import { found, Refusal } from '../refusal.js';
import { activeSubscription, has, use } from '../resource-use.js';
import { RESOURCE } from '../seed/catalogue.js';
import { WINDOWS_DOMAIN } from '../seed/domains.js';
import { forgetMappings, removeMailName } from './removal.js';

/** What the scale of inputs (undefined, not registered, registered) becomes on that of answers: no document says. */
export const REGISTRAR_STATUSES: readonly RegistrarStatus[] = [0, 10, 30];

const NAME = /^(?=.{4,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

export interface NewDomain {
  readonly name: string;
  readonly subscriptionId: number;
  readonly registrarStatus: RegistrarStatus;
  readonly chosenId?: number;
  readonly type?: Domain['type'];
  readonly force?: boolean;
}

/** Creates a domain with what its subscription can give it; returns its number. */
export function createDomain(data: Data, wish: NewDomain): number {
  const { subscriptionId, registrarStatus, type = 'DOMAIN' } = wish;
  const { ownerId } = activeSubscription(data, subscriptionId);
  const name = checkedName(wish.name);
  const existing = makeRoom(data, name, ownerId, wish.force ?? false);
  if (wish.force === true) removeRequests(data, name);
  else data.domainRequests.remove(`${subscriptionId}/${name}`);
  if (existing !== undefined) {
    data.domains.put({ ...existing, registrarStatus });
    return existing.id;
  }
  const id = newDomainId(data, wish.chosenId);
  data.domains.put({
    id,
    name,
    ownerId,
    type,
    hostingType: 'NONE',
    registrarStatus,
    isLocked: false,
    dnsManagementAllowed: true,
    hostings: [],
  });
  bind(data, id, subscriptionId);
  return id;
}

/** The name in the form in which it is kept. */
export function checkedName(name: string): string {
  const lower = name.toLowerCase();
  if (!NAME.test(lower)) throw Refusal.invalidArguments('domain_name is no domain name');
  return lower;
}

/**
 * What becomes of a domain that has the name: refused, or with `force` removed if it is another account's.
 *
 * @returns the domain if it is this account's
 */
export function makeRoom(data: Data, name: string, ownerId: number, force: boolean): Domain | undefined {
  const existing = data.domains.find((row) => row.name === name);
  if (existing === undefined) return undefined;
  if (!force) throw Refusal.exists('Domain', name);
  if (existing.ownerId === ownerId) return existing;
  removeDomain(data, existing);
  return undefined;
}

export function removeRequests(data: Data, name: string): void {
  for (const { id } of data.domainRequests.filter((row) => row.id.endsWith(`/${name}`))) {
    data.domainRequests.remove(id);
  }
}

export function newDomainId(data: Data, chosen: number | undefined): number {
  if (chosen === undefined) return data.nextId('domains');
  if (!Number.isInteger(chosen) || chosen < 1) throw Refusal.invalidArguments('domain_id is not positive');
  if (data.domains.get(chosen) !== undefined) throw Refusal.exists('Domain', chosen);
  return data.takeId('domains', chosen);
}

/** Gives a domain every hosting that a subscription has and the domain has not. */
export function bind(data: Data, domainId: number, subscriptionId: number): void {
  const subscription = activeSubscription(data, subscriptionId);
  const domain = found(data.domains.get(domainId), 'Domain', domainId);
  const lacks = (service: Hosting['service']) => !domain.hostings.some((row) => row.service === service);
  const added: Hosting[] = [];
  if (has(subscription, RESOURCE.dns) && lacks('dns')) added.push({ service: 'dns', subscriptionId });
  if ((has(subscription, RESOURCE.iis) || has(subscription, RESOURCE.apache)) && lacks('web')) {
    added.push({ service: 'web', subscriptionId });
  }
  if (has(subscription, RESOURCE.cqmail) && lacks('cqmail'))
    added.push({ service: 'cqmail', subscriptionId });
  if (has(subscription, RESOURCE.exchange) && lacks('exchange')) {
    added.push({ service: 'exchange', subscriptionId, windowsDomain: WINDOWS_DOMAIN });
  }
  for (const hosting of added) if (hosting.service === 'dns') use(data, subscriptionId, RESOURCE.dns, 1n);
  setHostings(data, domain, [...domain.hostings, ...added]);
}

/** Keeps a domain's hostings; one without DNS is hosted nowhere. */
export function setHostings(data: Data, domain: Domain, hostings: readonly Hosting[]): void {
  const isHosted = hostings.some(({ service }) => service === 'dns');
  const hostingType = !isHosted ? 'NONE' : domain.hostingType === 'NONE' ? 'REGULAR' : domain.hostingType;
  data.domains.put({ ...domain, hostings, hostingType });
}

/** A domain goes with its records, sites and mail names; webspaces stay. */
export function removeDomain(data: Data, domain: Domain): void {
  for (const { service, subscriptionId } of domain.hostings) {
    if (service === 'dns') use(data, subscriptionId, RESOURCE.dns, -1n);
  }
  for (const record of data.dnsRecords.filter((row) => row.domainId === domain.id)) {
    data.dnsRecords.remove(record.id);
  }
  for (const webspace of data.webspaces.filter(({ domainIds }) => domainIds.includes(domain.id))) {
    const domainIds = webspace.domainIds.filter((id) => id !== domain.id);
    data.webspaces.put({ ...webspace, domainIds });
  }
  forgetMappings(data, domain.id);
  data.sharePointSites.remove(domain.id);
  for (const row of data.mailNames.filter(({ domainId }) => domainId === domain.id))
    removeMailName(data, row);
  data.domains.remove(domain.id);
}
