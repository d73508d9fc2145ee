import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXTYPE } from '../../../../src/sandbox/poa/refusal.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

let simulator: Simulator;
let call: Call;
beforeAll(async () => {
  simulator = await createPoaSimulator();
  call = clientOf(simulator);
});
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const PERSON = { first_name: 'Ada', last_name: 'Neu' };
const CONTACT = {
  person: PERSON,
  address: { street_name: 'Weg', zipcode: '1', city: 'Kiel', country: 'de', state: 'SH' },
  phone: { country_code: '49', area_code: '40', phone_num: '1' },
  email: 'ada@example.org',
};
const PROTOCOLS = { owa: true, mapi: false, active_sync: false, imap4: false, pop3: false };
const MAILBOX = {
  user_id: 4000005,
  alias: 'neu',
  primary_email_address: 'neu@alpine-tours.example',
  size_limit: 1,
  ...PROTOCOLS,
};
const DOMAIN = { subscription_id: 2000013, domain_name: 'neu.example', registrar_status: 0 };

interface Refused {
  readonly title: string;
  readonly method: string;
  readonly params: object;
  readonly extype: number;
}

const REFUSED: readonly Refused[] = [
  {
    title: 'an account with both a contact and an external system',
    method: 'pem.addAccount',
    params: { ...CONTACT, external_info: { system_id: 'a', external_account_id: 'b' } },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'an account without telephone',
    method: 'pem.addAccount',
    params: { ...CONTACT, phone: { country_code: '49' } },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a country in upper case',
    method: 'pem.addAccount',
    params: { ...CONTACT, address: { ...CONTACT.address, country: 'DE' } },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'an account number in use',
    method: 'pem.addAccount',
    params: { ...CONTACT, account_id: 1000005 },
    extype: EXTYPE.exists,
  },
  {
    title: 'an account below a customer',
    method: 'pem.addAccount',
    params: { ...CONTACT, parent_account_id: 1000005 },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a member with a login of its own and one in auth',
    method: 'pem.addAccountMember',
    params: { account_id: 1000005, login: 'a', auth: { login: 'a', password: 'b' }, ...CONTACT },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a login in use',
    method: 'pem.addAccountMember',
    params: { account_id: 1000005, login: 'viele' },
    extype: EXTYPE.exists,
  },
  {
    title: 'a reseller who is promoted',
    method: 'pem.promoteToReseller',
    params: { account_id: 1000002 },
    extype: EXTYPE.wrongState,
  },
  {
    title: 'a subscription to an inactive template',
    method: 'pem.activateSubscription',
    params: { account_id: 1000015, service_template_id: 15 },
    extype: EXTYPE.wrongState,
  },
  {
    title: 'a limit without a value',
    method: 'pem.activateSubscription',
    params: { account_id: 1000015, service_template_id: 13, resource_limits: [{ resource_id: 901 }] },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a limit below the usage',
    method: 'pem.setResourceTypeLimits',
    params: { subscription_id: 2000015, resource_limits: [{ resource_type_id: 901, limit: '1' }] },
    extype: EXTYPE.overLimit,
  },
  {
    title: 'a limit as an int',
    method: 'pem.setResourceTypeLimits',
    params: { subscription_id: 2000015, resource_limits: [{ resource_type_id: 901, limit: 1 }] },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a domain under a disabled subscription',
    method: 'pem.addDomain',
    params: { ...DOMAIN, subscription_id: 2000009 },
    extype: EXTYPE.wrongState,
  },
  {
    title: 'a zone more than the limit',
    method: 'pem.addDomain',
    params: { ...DOMAIN, subscription_id: 2000007 },
    extype: EXTYPE.overLimit,
  },
  {
    title: 'the reserved kind of hosting',
    method: 'pem.addDomain',
    params: { ...DOMAIN, hosting_type: 1 },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'parking of a domain that is not parked',
    method: 'pem.addDomain',
    params: { ...DOMAIN, hosting_type: 0, domain_parking_type: 1 },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a name in use',
    method: 'pem.addDomain',
    params: { ...DOMAIN, domain_name: 'NORDLICHT.example' },
    extype: EXTYPE.exists,
  },
  {
    title: 'a registrar status of the other scale',
    method: 'pem.setDomainRegistrarStatus',
    params: { domain_name: 'nordlicht.example', registrar_status: 30 },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'DNS hosting twice',
    method: 'pem.addDNSHosting',
    params: { domain_id: 3000005 },
    extype: EXTYPE.wrongState,
  },
  {
    title: 'a certificate without its key',
    method: 'pem.importCertificate',
    params: { domain_id: 3000005, cert: 'C', ca_cert: 'CA' },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a property beyond its size',
    method: 'pem.modifyUser',
    params: { user_id: 4000001, properties: [{ name: 'initials', value: '1234567' }] },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a property with two values',
    method: 'pem.modifyUser',
    params: { user_id: 4000001, properties: [{ name: 'city', value: 'a', values: 'b' }] },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'a second mailbox of a user',
    method: 'pem.exchange.addMailbox',
    params: { ...MAILBOX, user_id: 4000001 },
    extype: EXTYPE.exists,
  },
  {
    title: 'a mailbox on a domain of somebody else',
    method: 'pem.exchange.addMailbox',
    params: { ...MAILBOX, primary_email_address: 'neu@viele.example' },
    extype: EXTYPE.invalidArguments,
  },
  {
    title: 'an address in use, in other letters',
    method: 'pem.exchange.addMailbox',
    params: { ...MAILBOX, primary_email_address: 'INFO@alpine-tours.example' },
    extype: EXTYPE.exists,
  },
  {
    title: 'a change of a mailbox that is being deleted',
    method: 'pem.exchange.modifyMailbox',
    params: { mailbox_id: 5000003, alias: 'x' },
    extype: EXTYPE.wrongState,
  },
];

describe('POA simulator, writes', () => {
  it.each(REFUSED)('refuses $title', async ({ method, params, extype }) => {
    expect(await call(method, params)).toMatchObject({ status: -1, extype_id: extype });
    expect(simulator.ledger).toEqual([]);
  });

  it('never gives the number of a removed account away again', async () => {
    await call('pem.removeAccount', { account_id: 1000016 });
    expect(await call('pem.addAccount', { ...CONTACT, account_id: 1000016 })).toMatchObject({
      extype_id: EXTYPE.exists,
    });
    expect(await call('pem.addAccount', CONTACT)).toMatchObject({ result: { account_id: 1000017 } });
  });

  it('removes all that an account has along with it', async () => {
    await call('pem.removeAccount', { account_id: 1000006 });
    for (const [method, params] of [
      ['pem.getSubscription', { subscription_id: 2000006, get_resources: false }],
      ['pem.getUserInfo', { user_id: 4000001 }],
      ['pem.exchange.getMailboxInfo', { mailbox_id: 5000001 }],
      ['pem.getDomainByName', { domain_name: 'alpine-tours.example' }],
      ['pem.getAccountMemberByLogin', { login: 'alpine' }],
    ] as const) {
      expect(await call(method, params)).toMatchObject({ extype_id: EXTYPE.notFound });
    }
  });

  it('lets the 64-bit twin of a limit win over the int', async () => {
    const { result } = await call('pem.activateSubscription', {
      account_id: 1000015,
      service_template_id: 13,
      resource_limits: [{ resource_id: 901, resource_limit: 1, resource_limit64: '4294967296' }],
    });
    const { subscription_id } = result as { subscription_id: number };
    const read = await call('pem.getSubscription', { subscription_id, get_resources: true });
    expect(read.result).toMatchObject({
      resource_types: expect.arrayContaining([
        expect.objectContaining({ resource_type_id: 901, limit: '4294967296' }),
      ]),
    });
  });

  it('takes a domain over from another account, under a new number, and clears its requests', async () => {
    const name = 'wunsch.example';
    await call('pem.addDomainToAccount', { account_id: 1000006, domain_name: name });
    await call('pem.addDomainRequest', { subscription_id: 2000005, domain_name: name });
    const before = (await call('pem.getDomainByName', { domain_name: name })).result;
    expect(await call('pem.addDomain', { ...DOMAIN, domain_name: name, force: true })).toMatchObject({
      status: 0,
    });
    const after = (await call('pem.getDomainByName', { domain_name: name })).result;
    expect(after).toMatchObject({ owner_id: 1000011 });
    expect(after).not.toEqual(before);
    expect(await call('pem.getNameServers', { subscription_id: 2000005, domain_name: name })).toMatchObject({
      extype_id: EXTYPE.notFound,
    });
  });

  it('counts what is used, and gives it back', async () => {
    const usage = async () => {
      const { result } = await call('pem.getResourceUsage', {
        subscription_id: 2000006,
        resource_type_ids: [911],
      });
      return (result as { resource_type_usages: { usage: number }[] }).resource_type_usages[0]?.usage;
    };
    expect(await usage()).toBe(4);
    const { result } = await call('pem.exchange.addMailbox', MAILBOX);
    expect(await usage()).toBe(5);
    const { mailbox_id } = result as { mailbox_id: number };
    await call('pem.exchange.removeMailbox', { mailbox_id });
    expect(await usage()).toBe(4);
  });

  it('answers why mailboxes are not moved, and moves the others', async () => {
    const { result } = await call('pem.exchange.moveMailboxes', {
      mailboxes: [5000001, 5000003, 5000009, 1],
      store: 8000005,
    });
    expect(result).toEqual([
      { mailbox_id: 5000003, error_code: 1 },
      { mailbox_id: 5000009, error_code: 2 },
      { mailbox_id: 1, error_code: 6 },
    ]);
    expect((await call('pem.exchange.getMailboxInfo', { mailbox_id: 5000001 })).result).toMatchObject({
      store_display_name: 'exch02.ad.nordhost.example/Mailbox Store 4',
    });
  });
});

describe('POA simulator, ledger', () => {
  it('has changes and no reads, without secrets', async () => {
    await call('pem.getUserInfo', { user_id: 4000001 });
    await call('pem.changeUserPassword', { user_id: 4000001, password: 'Geheimnis 1' });
    expect(simulator.ledger).toEqual([
      { method: 'pem.changeUserPassword', params: { user_id: 4000001, password: '***' } },
    ]);
    const { origin } = new URL(simulator.url);
    expect(await (await fetch(`${origin}/_sandbox/ledger`)).json()).toEqual(simulator.ledger);
  });

  it('has the changes of a transaction once it is committed, and none of one that is not', async () => {
    for (const end of ['txn.Rollback', 'txn.Commit']) {
      const { result } = await call('txn.Begin', {});
      const { txn_id } = result as { txn_id: string };
      await call('pem.disableUser', { user_id: 4000001, txn_id });
      expect(simulator.ledger).toEqual([]);
      await call(end, { txn_id });
    }
    expect(simulator.ledger).toEqual([{ method: 'pem.disableUser', params: { user_id: 4000001 } }]);
  });

  it('has all changes of a batch, or none', async () => {
    const disable = (user_id: number) => ({ operation: 'pem.disableUser', parameters: [{ user_id }] });
    await call('pem.batchRequest', disable(4000001), disable(1));
    expect(simulator.ledger).toEqual([]);
    await call('pem.batchRequest', disable(4000001), disable(4000002));
    expect(simulator.ledger?.map(({ method }) => method)).toEqual(['pem.disableUser', 'pem.disableUser']);
  });

  it('has what was done although its answer was lost, and is empty after a reset', async () => {
    simulator.faults.next('pem.disableUser', { kind: 'replyLost' });
    await expect(call('pem.disableUser', { user_id: 4000001 })).rejects.toThrow();
    expect(simulator.ledger).toHaveLength(1);
    simulator.reset();
    expect(simulator.ledger).toEqual([]);
  });
});
