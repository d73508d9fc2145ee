import { afterEach, describe, expect, it } from 'vitest';
import { type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';
import { mutationText } from '../support/poa-mutations.js';

let gateway: PoaGateway;
const start = async (settings: object = {}) => {
  gateway = await startPoaGateway({ batch: { reads: 'off' }, ...settings });
};
afterEach(() => gateway.close());

const mutate = async (name: string, selection: string, input: object) => {
  const { data, errors } = await gateway.run(mutationText(name, selection), { input });
  expect(errors).toBeUndefined();
  return data?.payload;
};
const paramsOf = (method: string) =>
  gateway.simulator.calls.filter((call) => call.method === method).map(({ params }) => params);

describe('service users of POA', () => {
  const user = { serviceUserId: 'poa:ServiceUser:4000005' };
  const properties = (...pairs: readonly [string, string][]) => ({
    properties: pairs.map(([name, value]) => ({ name, value })),
  });

  it.each(['value', 'values'])('are changed by the member %s, as the setting says', async (member) => {
    await start({ modifyUserValueMember: member });
    expect(
      await mutate('updateServiceUser', 'serviceUser { properties { name value } }', {
        ...user,
        ...properties(['city', 'Leith']),
      }),
    ).toMatchObject({
      serviceUser: { properties: expect.arrayContaining([{ name: 'city', value: 'Leith' }]) },
    });
    expect(paramsOf('pem.modifyUser')).toEqual([
      [{ user_id: 4000005, properties: [{ name: 'city', [member]: 'Leith' }] }],
    ]);
  });

  it.each<readonly [readonly [string, string][], string]>([
    [[['zip_code', '1234567890123']], 'value'],
    [[['initials', 'ABCDEFG']], 'value'],
    [[['phone', '+49 40 123']], 'value'],
    [[['mobile', '49#40#1']], 'value'],
    [[['l_variant', 'x']], 'name'],
    [
      [
        ['city', 'a'],
        ['city', 'b'],
      ],
      'name',
    ],
  ])('are refused before any call for %j', async (pairs, member) => {
    await start();
    expect(
      await mutate('updateServiceUser', '__typename', { ...user, ...properties(...pairs) }),
    ).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'properties', String(pairs.length - 1), member] }],
    });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('count characters, not units, and clear a telephone number by an empty one', async () => {
    await start();
    expect(
      await mutate('updateServiceUser', '__typename', {
        ...user,
        ...properties(['initials', '😀😀😀😀😀😀'], ['phone', '']),
      }),
    ).toMatchObject({ userErrors: [] });
  });

  it('are not made for a login that is in use', async () => {
    await start();
    const input = { subscriptionId: 'poa:Subscription:2000010', login: 'radke', password: 'x' };
    expect(await mutate('createServiceUser', '__typename', input)).toMatchObject({
      userErrors: [{ code: 'TAKEN', field: ['input', 'login'] }],
    });
    expect(gateway.takeCalls()).toEqual(['pem.getUserByLogin']);
  });

  it('are refused by the panel for a weak password and for a disabled subscription', async () => {
    await start();
    const input = { login: 'neu', password: 'x', checkQuality: true };
    expect(
      await mutate('createServiceUser', '__typename', {
        ...input,
        subscriptionId: 'poa:Subscription:2000010',
      }),
    ).toMatchObject({ userErrors: [{ code: 'WEAK_PASSWORD' }] });
    expect(
      await mutate('createServiceUser', '__typename', {
        ...input,
        subscriptionId: 'poa:Subscription:2000009',
      }),
    ).toMatchObject({ userErrors: [{ code: 'WRONG_STATE' }] });
  });
});

describe('mailboxes of POA', () => {
  const NEW = {
    serviceUserId: 'poa:ServiceUser:4000005',
    address: 'reception@alpine-tours.example',
    alias: 'reception',
    protocols: { owa: true },
    sizeLimitKiB: 2147483647,
  };
  const mailboxId = 'poa:Mailbox:5000001';

  it('are made with every protocol said, and sizes as 32-bit numbers', async () => {
    await start();
    await mutate('createMailbox', 'mailbox { id }', { ...NEW, skipInitialization: true });
    expect(paramsOf('pem.exchange.addMailbox')).toEqual([
      [
        {
          user_id: 4000005,
          alias: 'reception',
          primary_email_address: 'reception@alpine-tours.example',
          owa: true,
          mapi: false,
          active_sync: false,
          imap4: false,
          pop3: false,
          size_limit: 2147483647,
          skip_initialization: true,
        },
      ],
    ]);
  });

  it.each<readonly [object, string]>([
    [{ alias: null }, 'alias'],
    [{ protocols: null }, 'protocols'],
    [{ sizeLimitKiB: '2147483648' }, 'sizeLimitKiB'],
    [{ sizeLimitKiB: '-1' }, 'sizeLimitKiB'],
    [{ password: 'x' }, 'password'],
    [{ administrator: false }, 'administrator'],
  ])('are refused before any call for %j', async (change, member) => {
    await start();
    expect(await mutate('createMailbox', '__typename', { ...NEW, ...change })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', member] }],
    });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('are not made for an address that is in use', async () => {
    await start();
    expect(
      await mutate('createMailbox', '__typename', { ...NEW, address: 'info@alpine-tours.example' }),
    ).toMatchObject({ userErrors: [{ code: 'TAKEN', field: ['input', 'address'] }] });
  });

  it('change only what is named, and not by nothing', async () => {
    await start();
    await mutate('updateMailbox', 'mailbox { id }', {
      mailboxId,
      protocols: { pop3: true },
      maxRecipients: 7,
    });
    expect(paramsOf('pem.exchange.modifyMailbox')).toEqual([
      [{ mailbox_id: 5000001, pop3: true, recipient_list_max_size: 7 }],
    ]);
    expect(await mutate('updateMailbox', '__typename', { mailboxId, protocols: {} })).toMatchObject({
      userErrors: [{ code: 'INVALID' }],
    });
  });

  it('are forwarded, with a copy unless told otherwise, and no more', async () => {
    await start();
    await mutate('setMailboxForwarding', '__typename', { mailboxId, to: 'ada@example.org' });
    await mutate('setMailboxForwarding', '__typename', { mailboxId, to: null });
    expect(paramsOf('pem.exchange.enableForwarding')).toEqual([
      [
        {
          mailbox_id: 5000001,
          forwarding_email_address: 'ada@example.org',
          store_messages_copy: true,
        },
      ],
    ]);
    expect(paramsOf('pem.exchange.disableForwarding')).toEqual([[{ mailbox_id: 5000001 }]]);
  });

  it('have the password of their service user', async () => {
    await start();
    await mutate('setMailboxPassword', 'mailbox { id }', { mailboxId, password: 'x' });
    expect(paramsOf('pem.changeUserPassword')).toEqual([[{ user_id: 4000001, password: '***' }]]);
  });

  it('are told apart when only some of them can be moved', async () => {
    await start();
    const move = (mailboxIds: readonly string[]) =>
      mutate('moveMailboxes', 'mailboxes { id } failures { mailboxId code reason }', {
        mailboxIds,
        storeId: 'poa:MailboxStore:8000005',
      });
    expect(
      await move([mailboxId, 'poa:Mailbox:5000003', 'poa:Mailbox:5000009', 'poa:Mailbox:9']),
    ).toMatchObject({
      mailboxes: [{ id: mailboxId }],
      failures: [
        { mailboxId: 'poa:Mailbox:5000003', code: 1 },
        { mailboxId: 'poa:Mailbox:5000009', code: 2 },
        { mailboxId: 'poa:Mailbox:9', code: 6 },
      ],
      userErrors: [
        { code: 'WRONG_STATE', field: ['input', 'mailboxIds', '1'], native: { code: '1' } },
        { code: 'CONFLICT', field: ['input', 'mailboxIds', '2'] },
        { code: 'NOT_FOUND', field: ['input', 'mailboxIds', '3'] },
      ],
    });
    expect(await move(['poa:Mailbox:9'])).toMatchObject({
      mailboxes: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it('take 1 to 100 addresses at once', async () => {
    await start();
    expect(await mutate('addMailboxAddresses', '__typename', { mailboxId, addresses: [] })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'addresses'] }],
    });
  });

  it('have no administrator here: that is eNom’s', async () => {
    await start();
    expect(
      await mutate('setMailboxAdministrator', '__typename', { mailboxId, administrator: true }),
    ).toMatchObject({ userErrors: [{ code: 'UNSUPPORTED' }] });
  });
});
