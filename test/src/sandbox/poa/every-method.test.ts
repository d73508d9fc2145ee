import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

/** Parameters with which each listed method succeeds, one call after the other. */
const EXAMPLES: Readonly<Record<string, readonly object[]>> = {
  'pem.batchRequest': [{ operation: 'pem.getUserInfo', parameters: [{ user_id: 4000001 }] }],
  'pem.checkPassword': [{ account_id: 1000005, password: 'long enough 1' }],
  'pem.disableDomain': [{ domain_id: 3000005 }],
  'pem.disableSubscription': [{ subscription_id: 2000005 }],
  'pem.enableDomain': [{ domain_id: 3000005 }],
  'pem.enableSubscription': [{ subscription_id: 2000005 }],
  'pem.exchange.getEmailAddresses': [{ mailbox_id: 5000001 }],
  'pem.exchange.getEmailDomains': [{}],
  'pem.exchange.getMailboxByEmailAddress': [{ email_address: 'office@alpine-tours.example' }],
  'pem.exchange.getMailboxInfo': [{ mailbox_id: 5000001 }],
  'pem.exchange.getMailboxStores': [{}],
  'pem.exchange.getMailboxes': [{ subscription_id: 2000006 }],
  'pem.exchange.getUserMailbox': [{ user_id: 4000001 }],
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
  'pem.setSubscriptionName': [{ subscription_id: 2000005, name: 'Verlag' }],
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
