import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';
import { CONTACT, mutationText, SECRET } from '../support/poa-mutations.js';

let gateway: PoaGateway;
beforeEach(async () => {
  gateway = await startPoaGateway({ batch: { reads: 'off' } });
});
afterEach(() => gateway.close());

const NEW = { backend: 'poa', login: 'ada', password: SECRET, contact: CONTACT };
const mutate = async (name: string, selection: string, input: object) => {
  const { data, errors } = await gateway.run(mutationText(name, selection), { input });
  expect(errors).toBeUndefined();
  return data?.payload;
};
const create = (changes: object = {}) =>
  mutate('createAccount', 'account { id } member { id login account { id } }', { ...NEW, ...changes });
const paramsOf = (method: string) =>
  gateway.simulator.calls.filter((call) => call.method === method).map(({ params }) => params);
const done = () => (gateway.simulator.ledger ?? []).map(({ method }) => method);

describe('createAccount on POA', () => {
  it('makes account and member in one transaction with a time-out, named in each struct', async () => {
    expect(
      await create({
        kind: 'RESELLER',
        parentId: 'poa:Account:1000002',
        nativeId: '1234567',
        memberNativeId: '7654321',
        locale: { language: 'de', country: 'de' },
        checkQuality: false,
      }),
    ).toMatchObject({
      account: { id: 'poa:Account:1234567' },
      member: { id: 'poa:AccountMember:7654321', login: 'ada', account: { id: 'poa:Account:1234567' } },
      userErrors: [],
    });
    const person = { first_name: 'Ada', last_name: 'Neu' };
    const rest = {
      address: {
        street_name: 'Weg',
        house_num: '1',
        zipcode: '24103',
        city: 'Kiel',
        country: 'de',
        state: 'SH',
      },
      phone: { country_code: '49', area_code: '40', phone_num: '66969100' },
      email: 'ada@example.org',
    };
    expect(gateway.simulator.calls.slice(1, 5)).toEqual([
      { method: 'txn.Begin', params: [{ timeout: 600 }] },
      {
        method: 'pem.addAccount',
        params: [
          {
            txn_id: 'txn-1',
            account_id: 1234567,
            account_type: 'R',
            parent_account_id: 1000002,
            person: { ...person, company_name: 'Neu AG' },
            ...rest,
            locale: { language_code: 'de', country_code: 'DE', variant: '' },
          },
        ],
      },
      {
        method: 'pem.addAccountMember',
        params: [
          {
            txn_id: 'txn-1',
            account_id: 1234567,
            user_id: 7654321,
            auth: { login: 'ada', password: '***', check_password: false },
            person,
            ...rest,
          },
        ],
      },
      { method: 'txn.Commit', params: [{ txn_id: 'txn-1' }] },
    ]);
  });

  it('leaves nothing behind when the panel refuses the member, and does not roll back once more', async () => {
    expect(await create({ password: 'short', checkQuality: true })).toMatchObject({
      account: null,
      userErrors: [{ code: 'WEAK_PASSWORD', native: { method: 'pem.addAccountMember' } }],
    });
    expect(done()).toEqual([]);
    expect(gateway.takeCalls()).not.toContain('txn.Rollback');
  });

  it('rolls back what was begun when an answer is lost before the commit, and says that nothing happened', async () => {
    gateway.simulator.faults.next('pem.addAccountMember', { kind: 'replyLost' });
    expect(await create()).toMatchObject({ account: null, userErrors: [{ code: 'REJECTED', native: null }] });
    expect(gateway.takeCalls().slice(-2)).toEqual(['pem.addAccountMember', 'txn.Rollback']);
    expect(done()).toEqual([]);
  });

  it('does not know the outcome when the rollback is lost as well', async () => {
    gateway.simulator.faults.next('pem.addAccountMember', { kind: 'drop' });
    gateway.simulator.faults.next('txn.Rollback', { kind: 'drop' });
    const { data, errors } = await gateway.run(mutationText('createAccount', 'account { id }'), {
      input: NEW,
    });
    expect(data?.payload).toBeNull();
    expect(errors).toHaveLength(1);
    expect(done()).toEqual([]);
  });

  it('is refused before anything is sent when the login is in use', async () => {
    expect(await create({ login: 'nordlicht' })).toMatchObject({
      userErrors: [{ code: 'TAKEN', field: ['input', 'login'] }],
    });
    expect(gateway.takeCalls()).toEqual(['pem.getAccountMemberByLogin']);
  });

  it('takes the data from an external system', async () => {
    const externalInfo = { systemId: 'crm', externalAccountId: '17' };
    const input = { backend: 'poa', login: 'ada', externalInfo };
    expect(await mutate('createAccount', 'account { id } member { login }', input)).toMatchObject({
      member: { login: 'ada' },
      userErrors: [],
    });
    expect(paramsOf('pem.addAccount')).toEqual([
      [
        {
          txn_id: 'txn-1',
          account_type: 'C',
          external_info: { system_id: 'crm', external_account_id: '17' },
        },
      ],
    ]);
    expect(paramsOf('pem.addAccountMember')).toEqual([
      [expect.objectContaining({ login: 'ada', account_id: expect.any(Number) })],
    ]);
  });

  it.each<readonly [object, readonly string[]]>([
    [{ login: null }, ['login']],
    [{ kind: 'STAFF' }, ['kind']],
    [{ nativeId: '0' }, ['nativeId']],
    [{ memberNativeId: '4294967296' }, ['memberNativeId']],
    [{ contact: null }, ['contact']],
    [{ externalInfo: { systemId: 'a', externalAccountId: 'b' } }, ['contact']],
    [{ contact: { ...CONTACT, email: null } }, ['contact', 'email']],
    [{ contact: { ...CONTACT, phone: null } }, ['contact', 'phone', 'countryCode']],
    [{ contact: { ...CONTACT, fax: { number: '1' } } }, ['contact', 'fax', 'countryCode']],
    [
      { contact: { ...CONTACT, address: { ...CONTACT.address, country: 'Deutschland' } } },
      ['contact', 'address', 'country'],
    ],
    [
      { contact: { ...CONTACT, address: { ...CONTACT.address, address3: 'x' } } },
      ['contact', 'address', 'address3'],
    ],
    [{ memberContact: { firstName: 'Ada' } }, ['memberContact', 'lastName']],
    [{ password: null, memberContact: CONTACT }, ['password']],
    [{ password: null, checkQuality: true }, ['checkQuality']],
    [{ status: 'SUSPENDED' }, ['status']],
    [{ demo: true }, ['demo']],
    [{ comments: '' }, ['comments']],
    [{ htmlMail: false }, ['htmlMail']],
  ])('refuses %j before any call and names the member', async (changes, field) => {
    const payload = (await create(changes)) as { userErrors: readonly object[] };
    expect(payload.userErrors).toContainEqual(
      expect.objectContaining({ code: 'INVALID', field: ['input', ...field] }),
    );
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('asks for an idempotency key where the input is a sign-up, which costs money', async () => {
    const payload = (await create({ hsphere: { planId: 1, periodId: 0 } })) as { userErrors: object[] };
    expect(payload.userErrors).toContainEqual(
      expect.objectContaining({ field: ['input', 'idempotencyKey'] }),
    );
  });
});

describe('updateAccountContact on POA', () => {
  const update = (accountId: string, contact: object) =>
    mutate('updateAccountContact', 'account { contact { lastName address { country city } } }', {
      accountId,
      contact,
    });

  it('sends the whole contact back, changed where it was asked for', async () => {
    await update('poa:Account:1000012', { lastName: 'Nowak', middleName: null, address: { city: 'Sopot' } });
    expect(paramsOf('pem.setAccountInfo')).toEqual([
      [
        {
          account_id: 1000012,
          person: { title: 'Pan', first_name: 'Łukasz', last_name: 'Nowak' },
          address: {
            street_name: 'Długa',
            house_num: '44',
            zipcode: '80-827',
            city: 'Sopot',
            country: 'pl',
            state: 'Pomorskie',
          },
          phone: { country_code: '1', area_code: '212', phone_num: '5550112' },
          fax: { country_code: '', area_code: '', phone_num: '' },
          email: 'lukasz@example.org',
        },
      ],
    ]);
  });

  it('leaves uk as the panel has it when the country stays GB', async () => {
    expect(
      await update('poa:Account:1000011', { address: { country: 'GB', city: 'Matlock' } }),
    ).toMatchObject({
      account: { contact: { address: { country: 'GB', city: 'Matlock' } } },
    });
    expect(paramsOf('pem.setAccountInfo')).toMatchObject([[{ address: { country: 'uk' } }]]);
  });

  it('does not clear what the panel requires', async () => {
    expect(await update('poa:Account:1000012', { lastName: null })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'contact', 'lastName'] }],
    });
    expect(done()).toEqual([]);
  });
});

describe('members of POA accounts', () => {
  const OTHER = { accountId: 'poa:Account:1000006', login: 'nordlicht' };

  it.each(['setAccountPassword', 'updateAccountMember', 'removeAccountMember'])(
    'are left alone by %s when they belong to another account',
    async (name) => {
      const input = name === 'removeAccountMember' ? OTHER : { ...OTHER, password: SECRET };
      expect(await mutate(name, '__typename', input)).toMatchObject({
        userErrors: [{ code: 'NOT_FOUND', field: ['input', 'login'] }],
      });
      expect(gateway.takeCalls()).toEqual(['pem.getAccountMemberByLogin']);
    },
  );

  it('are changed by a single call where only one of contact and password is given', async () => {
    const member = { accountId: 'poa:Account:1000005', login: 'nordlicht' };
    await mutate('updateAccountMember', 'member { login }', { ...member, contact: CONTACT });
    await mutate('updateAccountMember', 'member { login }', { ...member, password: SECRET });
    expect(done()).toEqual(['pem.setMemberInfo', 'pem.setMemberPassword']);
    expect(paramsOf('pem.setMemberInfo')).toMatchObject([
      [{ login: 'nordlicht', person: { company_name: 'Neu AG' } }],
    ]);
    expect(paramsOf('pem.batchRequest')).toEqual([]);
  });

  it('keep their contact when the password is refused along with it', async () => {
    const member = { accountId: 'poa:Account:1000005', login: 'nordlicht', contact: CONTACT };
    expect(
      await mutate('updateAccountMember', 'member { login }', {
        ...member,
        password: 'x',
        checkQuality: true,
      }),
    ).toMatchObject({ userErrors: [{ code: 'WEAK_PASSWORD' }] });
    expect(done()).toEqual([]);
  });

  it('are not changed by nothing', async () => {
    const member = { accountId: 'poa:Account:1000005', login: 'nordlicht' };
    expect(await mutate('updateAccountMember', '__typename', member)).toMatchObject({
      userErrors: [{ code: 'INVALID' }],
    });
    expect(gateway.takeCalls()).toEqual([]);
  });
});

describe('accounts of POA', () => {
  it('with accounts below them are not removed', async () => {
    expect(await mutate('deleteAccount', 'deletedId', { accountId: 'poa:Account:1000002' })).toMatchObject({
      deletedId: null,
      userErrors: [{ code: 'HAS_CHILDREN' }],
    });
  });

  it('are suspended without a reason, which POA does not keep', async () => {
    const input = { accountId: 'poa:Account:1000005', reason: 'late' };
    expect(await mutate('suspendAccount', '__typename', input)).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'reason'] }],
    });
  });

  it('have no state or comments that could be changed', async () => {
    for (const [name, change] of [
      ['changeAccountStatus', { status: 'ACTIVE' }],
      ['updateAccount', { comments: 'x' }],
    ] as const) {
      expect(await mutate(name, '__typename', { accountId: 'poa:Account:1000005', ...change })).toMatchObject(
        { userErrors: [{ code: 'UNSUPPORTED' }] },
      );
    }
    expect(gateway.takeCalls()).toEqual([]);
  });
});
