import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

describe('POA simulator, service users and Exchange', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  afterAll(() => simulator.close());

  it('lists the service users of a subscription as the array itself', async () => {
    const { result } = await call('pem.getUsers', { subscription_id: 2000006 });
    expect(result).toHaveLength(5);
    expect(result).toContainEqual({
      user_id: 4000005,
      display_name: 'Reception desk',
      login: 'reception@alpine-tours.example',
    });
  });

  it('tells all of a service user', async () => {
    expect(await call('pem.getUserInfo', { user_id: 4000005 })).toEqual({
      status: 0,
      result: {
        user_id: 4000005,
        subscription_id: 2000006,
        login: 'reception@alpine-tours.example',
        enabled: false,
        status: 0,
        properties: [{ name: 'display_name', value: 'Reception desk' }],
        services: ['AD:ad.nordhost.example'],
      },
    });
  });

  it('carries line ends and markup in a property unharmed', async () => {
    expect(await call('pem.getUserInfo', { user_id: 4000006 })).toMatchObject({
      result: {
        properties: expect.arrayContaining([{ name: 'notes', value: 'line one\r\nline two ]]> & <three>' }]),
      },
    });
  });

  it('finds a service user by login, and its mailbox', async () => {
    expect(await call('pem.getUserByLogin', { login: 'office@alpine-tours.example' })).toEqual({
      status: 0,
      result: { user_id: 4000001 },
    });
    expect(await call('pem.exchange.getUserMailbox', { user_id: 4000001 })).toEqual({
      status: 0,
      result: { mailbox_id: 5000001 },
    });
  });

  it('lists the mailboxes of a subscription as the array itself', async () => {
    const { result } = await call('pem.exchange.getMailboxes', { subscription_id: 2000006 });
    expect(result).toHaveLength(4);
    expect(result).toContainEqual({
      mailbox_id: 5000001,
      email_address: 'office@alpine-tours.example',
      size: 3145728,
      user_id: 4000001,
      display_name: 'Alpine Tours Office',
      login: 'office@alpine-tours.example',
    });
  });

  it('tells all of a mailbox, naming the hosts of the protocols that are on', async () => {
    expect(await call('pem.exchange.getMailboxInfo', { mailbox_id: 5000001 })).toEqual({
      status: 0,
      result: {
        mailbox_id: 5000001,
        user_id: 4000001,
        login: 'office@alpine-tours.example',
        display_name: 'Alpine Tours Office',
        alias: 'office',
        owa: true,
        mapi: true,
        active_sync: true,
        imap4: false,
        pop3: false,
        size: 3145728,
        warning_limit: 9437184,
        prohibit_send_limit: 9961472,
        size_limit: 10485760,
        incoming_item_max_size: 20480,
        outgoing_item_max_size: 10240,
        recipient_list_max_size: 500,
        message_retention: 14,
        show_in_address_book: true,
        status: 0,
        primary_email_address: 'office@alpine-tours.example',
        exchange_home_server: 'EXCH01',
        exchange_proxy_server: 'cas.ad.nordhost.example',
        owa_url: 'https://owa.ad.nordhost.example/owa',
        windows_domain: 'ad.nordhost.example',
        exchange_version: 2007,
        store_display_name: 'exch01.ad.nordhost.example/Mailbox Store 1',
      },
    });
    expect((await call('pem.exchange.getMailboxInfo', { mailbox_id: 5000004 })).result).toMatchObject({
      pop3_server: 'pop.ad.nordhost.example',
      imap_server: 'imap.ad.nordhost.example',
      smtp_server: 'smtp.ad.nordhost.example',
    });
  });

  it('has a mailbox in every status', async () => {
    const statuses: unknown[] = [];
    for (const mailbox_id of [5000001, 5000002, 5000003, 5000004]) {
      const { result } = await call('pem.exchange.getMailboxInfo', { mailbox_id });
      statuses.push(Object(result).status);
    }
    expect(statuses).toEqual([0, 1, 2, 3]);
  });

  it('finds a mailbox by each of its addresses, in any case', async () => {
    for (const email_address of ['Office@Alpine-Tours.example', 'hello@alpine-tours.example']) {
      expect(await call('pem.exchange.getMailboxByEmailAddress', { email_address })).toEqual({
        status: 0,
        result: { mailbox_id: 5000001 },
      });
    }
  });

  it('tells the addresses of a mailbox, even one that no mail server would take', async () => {
    expect(await call('pem.exchange.getEmailAddresses', { mailbox_id: 5000006 })).toEqual({
      status: 0,
      result: {
        primary_email_address: 'info..verkauf@obrien-soehne.example',
        alt_email_addresses: ['verkauf@obrien-soehne.example'],
      },
    });
  });

  it('lists the domains with Exchange, of all windows domains or of one', async () => {
    const all = await call('pem.exchange.getEmailDomains', {});
    expect(all.result).toHaveProperty(
      'email_domains',
      expect.arrayContaining(['alpine-tours.example', 'bakewell-mail.example']),
    );
    const some = await call('pem.exchange.getEmailDomains', { domain_name: 'legacy.nordhost.example' });
    expect(some).toEqual({ status: 0, result: { email_domains: ['bakewell-mail.example'] } });
  });

  it('lists mailbox stores with sizes as strings, attributes where there are any', async () => {
    const { result } = await call('pem.exchange.getMailboxStores', {});
    expect(result).toContainEqual({
      store_id: 8000002,
      name: 'Erste Speichergruppe',
      host_name: 'exch-alt.legacy.nordhost.example',
      is_ready: true,
      reserved_size: '10485760',
      store_size: '104857600',
      used_size: '106496',
      sync_status: 0,
      entities_count: '1',
      windows_domain: 'legacy.nordhost.example',
      exchange_version: 2003,
    });
    expect(result).toContainEqual(
      expect.objectContaining({ store_size: '9007199254740993', attributes: ['SAN', 'Gold'] }),
    );
  });

  it('holds a hundred mailboxes in one subscription', async () => {
    const { result } = await call('pem.exchange.getMailboxes', { subscription_id: 2000007 });
    expect(result).toHaveLength(100);
  });

  it.each([
    ['pem.getUsers', { subscription_id: 7 }, 'Subscription 7'],
    ['pem.getUserInfo', { user_id: 7 }, 'Service user 7'],
    ['pem.getUserByLogin', { login: 'nobody' }, 'Service user nobody'],
    ['pem.exchange.getMailboxes', { subscription_id: 7 }, 'Subscription 7'],
    ['pem.exchange.getMailboxInfo', { mailbox_id: 7 }, 'Mailbox 7'],
    ['pem.exchange.getMailboxByEmailAddress', { email_address: 'a@b.example' }, 'Mailbox a@b.example'],
    ['pem.exchange.getUserMailbox', { user_id: 7 }, 'Service user 7'],
    ['pem.exchange.getUserMailbox', { user_id: 4000005 }, 'Mailbox of service user 4000005'],
    ['pem.exchange.getEmailAddresses', { mailbox_id: 7 }, 'Mailbox 7'],
  ])('refuses %s for what does not exist', async (method, params, what) => {
    expect(await call(method, params)).toMatchObject({
      status: -1,
      extype_id: 4,
      error_message: `${what} was not found`,
    });
  });
});
