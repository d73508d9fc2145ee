import { domainToASCII, domainToUnicode } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Data } from '../../../../src/sandbox/poa/data.js';
import { seed } from '../../../../src/sandbox/poa/seed.js';

const data = new Data();
seed(data);
const domains = [...data.domains.rows()];
const subscriptions = [...data.subscriptions.rows()];
const mailboxes = [...data.mailboxes.rows()];
const users = [...data.users.rows()];
const webspaces = [...data.webspaces.rows()];

describe('seed data of the POA simulator', () => {
  it('is the same at every start', () => {
    const again = new Data();
    seed(again);
    expect(again).toEqual(data);
  });

  it('has enough to explore', () => {
    const ofType = (type: string) => data.accounts.filter((account) => account.type === type).length;
    expect(ofType('A')).toBe(1);
    expect(ofType('R')).toBeGreaterThanOrEqual(2);
    expect(ofType('C')).toBeGreaterThanOrEqual(10);
    expect(subscriptions.length).toBeGreaterThanOrEqual(20);
    expect(subscriptions.filter((row) => !row.isActive).length).toBeGreaterThanOrEqual(3);
    expect(users.some((user) => !user.enabled)).toBe(true);
    expect(domains.some((domain) => domain.isLocked)).toBe(true);
  });

  it('has limits used up, exceeded, unlimited and beyond what a double holds', () => {
    const resources = subscriptions.flatMap((subscription) => subscription.resources);
    expect(resources.some(({ limit, usage }) => limit > 0n && usage === limit)).toBe(true);
    expect(resources.some(({ limit, usage }) => limit > 0n && usage > limit)).toBe(true);
    expect(resources.some(({ limit }) => limit === -1n)).toBe(true);
    expect(resources.some(({ usage }) => usage === 9_007_199_254_740_993n)).toBe(true);
  });

  it('keeps numbers within 64 bits', () => {
    for (const { limit, usage } of subscriptions.flatMap((subscription) => subscription.resources)) {
      expect([BigInt.asIntN(64, limit), BigInt.asIntN(64, usage)]).toEqual([limit, usage]);
    }
  });

  it('refers to nothing that is not there', () => {
    for (const account of data.accounts.rows()) {
      expect(account.parentId === 0 || data.accounts.get(account.parentId)).toBeTruthy();
    }
    for (const member of data.members.rows()) expect(data.accounts.get(member.accountId)).toBeDefined();
    for (const type of data.resourceTypes.rows()) {
      expect(type.parentId === -1 || data.resourceTypes.get(type.parentId)).toBeTruthy();
    }
    for (const subscription of subscriptions) {
      expect(data.accounts.get(subscription.ownerId)).toBeDefined();
      expect(data.serviceTemplates.get(subscription.serviceTemplateId)).toBeDefined();
      for (const { resourceTypeId } of subscription.resources) {
        expect(data.resourceTypes.get(resourceTypeId)).toBeDefined();
      }
    }
    for (const domain of domains) {
      expect(data.accounts.get(domain.ownerId)).toBeDefined();
      for (const { subscriptionId } of domain.hostings) {
        expect(data.subscriptions.get(subscriptionId)?.ownerId).toBe(domain.ownerId);
      }
    }
    for (const user of users) expect(data.subscriptions.get(user.subscriptionId)).toBeDefined();
    for (const mailbox of mailboxes) {
      expect(data.users.get(mailbox.userId)).toBeDefined();
      expect(data.stores.get(mailbox.storeId)).toBeDefined();
    }
    for (const webspace of webspaces) {
      expect(data.subscriptions.get(webspace.subscriptionId)).toBeDefined();
      expect(data.hosts.get(webspace.hostId)).toBeDefined();
      for (const id of webspace.domainIds) expect(data.domains.get(id)).toBeDefined();
    }
  });

  it('refers to nothing that is not there in web hosting, CQMail and Hosted CRM', () => {
    for (const { domainId, systemMappingId } of data.domainMappings.rows()) {
      const onIis = webspaces.filter((webspace) => data.hosts.get(webspace.hostId)?.iisVersion !== undefined);
      expect(onIis.flatMap(({ domainIds }) => domainIds)).toContain(domainId);
      expect(systemMappingId === undefined || data.systemMappings.get(systemMappingId)).toBeTruthy();
    }
    for (const { id, subscriptionId } of data.sharePointSites.rows()) {
      const owner = data.subscriptions.get(subscriptionId)?.ownerId;
      expect([owner, data.domains.get(id)?.ownerId]).toEqual([expect.any(Number), owner]);
    }
    for (const { domainId, subscriptionId } of data.mailNames.rows()) {
      const hostings = data.domains.get(domainId ?? 0)?.hostings ?? [];
      expect(hostings).toContainEqual({ service: 'cqmail', subscriptionId });
    }
    for (const { subscriptionId, resourceTypeId } of data.crmOrganizations.rows()) {
      const resources = data.subscriptions.get(subscriptionId)?.resources ?? [];
      expect(resources.map((resource) => resource.resourceTypeId)).toContain(resourceTypeId);
    }
    for (const { organizationId, userId, businessUnitId } of data.crmUsers.rows()) {
      expect(data.users.get(userId)).toBeDefined();
      expect(data.crmOrganizations.get(organizationId)).toBeDefined();
      expect(data.crmBusinessUnits.get(businessUnitId)?.organizationId).toBe(organizationId);
    }
  });

  it('gives every child of a resource tree its parent in the same subscription', () => {
    for (const { resources } of subscriptions) {
      const ids = new Set(resources.map((resource) => resource.resourceTypeId));
      for (const id of ids) {
        const parent = data.resourceTypes.get(id)?.parentId ?? -1;
        expect(parent === -1 || ids.has(parent)).toBe(true);
      }
    }
  });

  it('gives every mailbox a domain with Exchange in the subscription of its user', () => {
    for (const mailbox of mailboxes) {
      const name = mailbox.primaryAddress.split('@').at(-1);
      const hostings = domains.find((domain) => domain.name === name)?.hostings ?? [];
      const subscriptionId = data.users.get(mailbox.userId)?.subscriptionId;
      expect(hostings).toContainEqual(expect.objectContaining({ service: 'exchange', subscriptionId }));
    }
  });

  it('has names once each, in A-labels, of top level domains that are reserved', () => {
    const names = domains.map((domain) => domain.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(domainToASCII(domainToUnicode(name))).toBe(name);
      expect(name).toMatch(/\.(example|test)$|^example\.(com|net|org)$/);
    }
  });

  it('has logins and addresses once each', () => {
    const logins = [...users, ...data.members.rows()].map((row) => row.login);
    const addresses = mailboxes.flatMap((mailbox) => [mailbox.primaryAddress, ...mailbox.otherAddresses]);
    expect(new Set(logins).size).toBe(logins.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each([
    [1000002, 'Küstenhost KG', 1, 'kuestenhost', undefined],
    [1000005, 'Nordlicht Verlag GmbH', 1000002, 'nordlicht', 'nordlicht.example'],
    [1000006, 'Alpine Tours Ltd', 1000002, 'alpine', 'alpine-tours.example'],
  ])('keeps account %i, which other panels know too', (id, company, parentId, login, domain) => {
    const account = data.accounts.get(id);
    expect([account?.person.company_name, account?.parentId]).toEqual([company, parentId]);
    expect(data.members.find((member) => member.login === login)?.accountId).toBe(id);
    if (domain !== undefined) expect(domains.find((row) => row.name === domain)?.ownerId).toBe(id);
  });
});
