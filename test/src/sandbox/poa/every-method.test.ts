import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

const PHONE = { country_code: '49', area_code: '40', phone_num: '66969100' };
const MEMBER = {
  person: { first_name: 'Ada', last_name: 'Neu' },
  address: { street_name: 'Weg', zipcode: '1', city: 'Kiel', country: 'de', state: 'SH' },
  phone: PHONE,
  email: 'ada@example.org',
};
const CONTACT = { ...MEMBER, person: { ...MEMBER.person, company_name: 'Neu AG' }, fax: PHONE };
const PROTOCOLS = { owa: true, mapi: false, active_sync: false, imap4: false, pop3: false };

/** Parameters with which each listed method succeeds, one call after the other. */
const EXAMPLES: Readonly<Record<string, readonly object[]>> = {
  'pem.activateSubscription': [{ account_id: 1000015, service_template_id: 13, subscription_name: 'Neu' }],
  'pem.addAccount': [{ account_type: 'R', ...CONTACT }],
  'pem.addAccountMember': [{ account_id: 1000005, auth: { login: 'neu', password: 'pw' }, ...MEMBER }],
  'pem.addDNSHosting': [{ domain_id: 3000023 }],
  'pem.addDomain': [{ subscription_id: 2000013, domain_name: 'neu.example', registrar_status: 0 }],
  'pem.addDomainRequest': [{ subscription_id: 2000005, domain_name: 'wollen.example' }],
  'pem.addDomainToAccount': [{ account_id: 1000015, domain_name: 'leer.example' }],
  'pem.addSubdomain': [{ subscription_id: 2000013, domain_name: 'bakewell.example', prefix: 'shop' }],
  'pem.addSubscription': [{ account_id: 1000015, service_template_id: 13 }],
  'pem.addUser': [{ subscription_id: 2000006, login: 'neu', password: 'pw' }],
  'pem.batchRequest': [{ operation: 'pem.getUserInfo', parameters: [{ user_id: 4000001 }] }],
  'pem.bindServicesToDomain': [{ domain_id: 3000029, subscription_id: 2000013 }],
  'pem.changeUserPassword': [{ user_id: 4000001, password: 'pw' }],
  'pem.checkPassword': [{ account_id: 1000005, password: 'long enough 1' }],
  'pem.createDNSRecord': [{ domain_name: 'bakewell.example', host: 'www', type: 'A', data: '192.0.2.1' }],
  'pem.deleteDNSRecord': [{ record_id: 1 }],
  'pem.disableAccount': [{ account_id: 1000005 }],
  'pem.disableDomain': [{ domain_id: 3000005 }],
  'pem.disableSubscription': [{ subscription_id: 2000005 }],
  'pem.disableUser': [{ user_id: 4000001 }],
  'pem.enableAccount': [{ account_id: 1000005 }],
  'pem.enableDomain': [{ domain_id: 3000005 }],
  'pem.enableSubscription': [{ subscription_id: 2000005 }],
  'pem.enableUser': [{ user_id: 4000001 }],
  'pem.exchange.addEmailAddresses': [{ mailbox_id: 5000001, email_addresses: ['x@alpine-tours.example'] }],
  'pem.exchange.addMailbox': [
    {
      user_id: 4000005,
      alias: 'neu',
      primary_email_address: 'y@alpine-tours.example',
      size_limit: 1,
      ...PROTOCOLS,
    },
  ],
  'pem.exchange.changePrimaryEmailAddress': [
    { mailbox_id: 5000001, email_address: 'z@alpine-tours.example' },
  ],
  'pem.exchange.disableForwarding': [{ mailbox_id: 5000001 }],
  'pem.exchange.enableForwarding': [
    { mailbox_id: 5000001, forwarding_email_address: 'a@example.org', store_messages_copy: true },
  ],
  'pem.exchange.getEmailAddresses': [{ mailbox_id: 5000001 }],
  'pem.exchange.getEmailDomains': [{}],
  'pem.exchange.getMailboxByEmailAddress': [{ email_address: 'office@alpine-tours.example' }],
  'pem.exchange.getMailboxInfo': [{ mailbox_id: 5000001 }],
  'pem.exchange.getMailboxStores': [{}],
  'pem.exchange.getMailboxes': [{ subscription_id: 2000006 }],
  'pem.exchange.getUserMailbox': [{ user_id: 4000001 }],
  'pem.exchange.modifyMailbox': [{ mailbox_id: 5000001, alias: 'buero', size_limit: 2 }],
  'pem.exchange.moveMailboxes': [{ mailboxes: [5000001], store: 8000001 }],
  'pem.exchange.removeEmailAddresses': [
    { mailbox_id: 5000001, email_addresses: ['info@alpine-tours.example'] },
  ],
  'pem.exchange.removeMailbox': [{ mailbox_id: 5000009 }],
  'pem.getAccountInfo': [{ account_id: 1000005 }],
  'pem.getAccountMemberByLogin': [{ login: 'nordlicht' }],
  'pem.getAccountSubscriptions': [{ account_id: 1000005 }],
  'pem.getDomainByName': [{ domain_name: 'nordlicht.example' }],
  'pem.getDomainList': [{ subscription_id: 2000005 }],
  'pem.getDomainSubscription': [{ domain_id: 3000005 }],
  'pem.getNameServers': [{ domain_name: 'nordlicht.example' }],
  'pem.getRequestStatus': [{ request_id: 'seed-running' }],
  'pem.getResourceUsage': [{ subscription_id: 2000005, resource_type_ids: [901] }],
  'pem.getServiceTemplate': [{ st_id: 11, get_resources: true }],
  'pem.getSubscription': [{ subscription_id: 2000005, get_resources: true }],
  'pem.getSubscriptionWebspaces': [{ subscription_id: 2000005 }],
  'pem.getUserByLogin': [{ login: 'office@alpine-tours.example' }],
  'pem.getUserInfo': [{ user_id: 4000001 }],
  'pem.getUsers': [{ subscription_id: 2000006 }],
  'pem.getWebspacesList': [{ subscription_id: 2000005 }],
  'pem.iis.getSubscriptionWebsites': [{ subscription_id: 2000010 }],
  'pem.iis.getWebspacesInfo': [{ webspace_id_list: [7000005] }],
  'pem.importCertificate': [{ domain_id: 3000005, ca_cert: 'PEM' }],
  'pem.modifyUser': [{ user_id: 4000001, properties: [{ name: 'city', values: 'Leith' }] }],
  'pem.promoteToReseller': [{ account_id: 1000015 }],
  'pem.removeAccount': [{ account_id: 1000012 }],
  'pem.removeAccountMember': [{ user_id: 6000015 }],
  'pem.removeDNSHosting': [{ domain_id: 3000026 }],
  'pem.removeDomain': [{ domain_id: 3000027, domain_name: 'ignored.example' }],
  'pem.removeDomainRequest': [{ subscription_id: 2000005, domain_name: 'wunsch.example' }],
  'pem.removeSubscription': [{ subscription_id: 2000024 }],
  'pem.removeUser': [{ user_id: 4000011 }],
  'pem.setAccountInfo': [{ account_id: 1000005, ...CONTACT }],
  'pem.setDomainRegistrarStatus': [{ domain_name: 'nordlicht.example', registrar_status: 2 }],
  'pem.setMemberInfo': [{ login: 'nordlicht', ...CONTACT }],
  'pem.setMemberPassword': [{ login: 'nordlicht', password: 'pw' }],
  'pem.setResourceTypeLimits': [
    { subscription_id: 2000005, resource_limits: [{ resource_type_id: 901, limit: '-1' }] },
  ],
  'pem.setSubscriptionName': [{ subscription_id: 2000005, name: 'Verlag' }],
  'pem.unbindServicesFromDomain': [{ domain_id: 3000008, subscription_id: 2000020 }],
  'pem.upgradeSubscription': [{ subscription_id: 2000005, service_template_id: 14 }],
  'system.listMethods': [],
  'txn.Begin': [{ txn_id: 'example' }],
  'txn.Commit': [{ txn_id: 'example' }],
  'txn.Rollback': [{ txn_id: 'another' }],
};

describe('POA simulator, every method', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
    await call('txn.Begin', { txn_id: 'another' });
  });
  afterAll(() => simulator.close());

  it('lists its methods as a bare array', async () => {
    const names = await call('system.listMethods');
    expect(names).toEqual(Object.keys(EXAMPLES).sort());
  });

  it.each(Object.entries(EXAMPLES))('answers %s', async (method, params) => {
    const answer = await call(method, ...params);
    if (method === 'system.listMethods') expect(answer).toContain(method);
    else expect(answer).toMatchObject({ status: 0 });
  });
});
