import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

describe('POA simulator, accounts', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  afterAll(() => simulator.close());

  it('tells the contact, the kind and the parent of an account', async () => {
    expect(await call('pem.getAccountInfo', { account_id: 1000005 })).toEqual({
      status: 0,
      result: {
        account_type: 'C',
        parent_account_id: 1000002,
        person: { first_name: 'Ida', last_name: 'Nordlicht', company_name: 'Nordlicht Verlag GmbH' },
        address: {
          street_name: 'Buchweg',
          house_num: '8',
          zipcode: '24937',
          city: 'Flensburg',
          country: 'de',
          state: 'Schleswig-Holstein',
        },
        phone: { country_code: '49', area_code: '40', phone_num: '66969505' },
        fax: { country_code: '49', area_code: '40', phone_num: '66969506' },
        email: 'ida@nordlicht.example',
      },
    });
  });

  it('takes the account number as a numeric string too', async () => {
    const asInt = await call('pem.getAccountInfo', { account_id: 1000006 });
    expect(await call('pem.getAccountInfo', { account_id: '1000006' })).toEqual(asInt);
  });

  it.each([
    [1, 'A', 0],
    [1000002, 'R', 1],
    [1000003, 'R', 1000002],
  ])('says of account %i that it is a %s under %i', async (account_id, account_type, parent_account_id) => {
    expect(await call('pem.getAccountInfo', { account_id })).toMatchObject({
      result: { account_type, parent_account_id },
    });
  });

  it.each([
    [1000001, "O'Brien & Söhne <Test>"],
    [1000004, '星空ホスティング株式会社'],
    [1000009, '🚲 Radhaus 🛠️ GmbH'],
    [1000016, 'شركة مثال'],
  ])('carries the company name of account %i unharmed', async (account_id, company_name) => {
    expect(await call('pem.getAccountInfo', { account_id })).toMatchObject({
      result: { person: { company_name } },
    });
  });

  it('leaves out the members that an account does not have', async () => {
    const { result } = await call('pem.getAccountInfo', { account_id: 1000012 });
    expect(result).toMatchObject({ person: { title: 'Pan', middle_name: 'Michał' } });
    expect(result).not.toHaveProperty('person.company_name');
    expect(result).not.toHaveProperty('phone.ext_num');
  });

  it('finds a member by login', async () => {
    expect(await call('pem.getAccountMemberByLogin', { login: 'kuestenhost' })).toEqual({
      status: 0,
      result: { user_id: 6000002, account_id: 1000002 },
    });
  });

  it('lists subscription numbers as the array itself, empty for an account without any', async () => {
    expect(await call('pem.getAccountSubscriptions', { account_id: 1000006 })).toEqual({
      status: 0,
      result: [2000006, 2000020],
    });
    expect(await call('pem.getAccountSubscriptions', { account_id: 1000015 })).toEqual({
      status: 0,
      result: [],
    });
  });

  it('answers a good password with a status alone', async () => {
    expect(await call('pem.checkPassword', { account_id: 1000005, password: 'Seite 393' })).toEqual({
      status: 0,
    });
  });

  it('refuses a weak password without quoting it', async () => {
    const answer = await call('pem.checkPassword', {
      account_id: 1000005,
      password: 'nordlicht1',
      name: 'Ida Nordlicht',
    });
    expect(answer).toMatchObject({ status: -1, extype_id: 7, module_id: 'OpenAPI' });
    expect(JSON.stringify(answer)).not.toContain('nordlicht1');
  });

  it.each([
    ['pem.getAccountInfo', { account_id: 42 }, 'Account 42 was not found'],
    ['pem.getAccountSubscriptions', { account_id: 42 }, 'Account 42 was not found'],
    ['pem.getAccountMemberByLogin', { login: 'Nordlicht' }, 'Account member Nordlicht was not found'],
    ['pem.checkPassword', { account_id: 42, password: 'x' }, 'Account 42 was not found'],
  ])('refuses %s for what does not exist', async (method, params, message) => {
    expect(await call(method, params)).toEqual({
      status: -1,
      error_message: message,
      extype_id: 4,
      module_id: 'OpenAPI',
      properties: { reason: message },
    });
  });
});
