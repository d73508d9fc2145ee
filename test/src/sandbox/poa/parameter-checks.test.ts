import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, callText, clientOf, post, structParam } from './client.js';

const refusal = (reason: string) => ({
  status: -1,
  error_message: reason,
  extype_id: 21,
  module_id: 'OpenAPI',
  properties: { reason },
});

describe('POA simulator, parameter checks', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  afterAll(() => simulator.close());

  it('refuses a call without a mandatory member', async () => {
    expect(await call('pem.getSubscription', { subscription_id: 2000005 })).toEqual(
      refusal('Parameter get_resources is missing'),
    );
  });

  it('refuses a member that the method does not have', async () => {
    expect(await call('pem.getUsers', { subscription_id: 2000005, page: 1 })).toEqual(
      refusal('Parameter page is not known here'),
    );
  });

  it.each([
    [
      'an int as string',
      'pem.getUsers',
      { subscription_id: '2000005' },
      'subscription_id: int expected, string',
    ],
    ['an int as double', 'pem.getUsers', { subscription_id: 2.5 }, 'subscription_id: int expected, double'],
    [
      'a boolean as int',
      'pem.getSubscription',
      { subscription_id: 2000005, get_resources: 1 },
      'get_resources: boolean expected, int',
    ],
    ['a string as int', 'pem.getUserByLogin', { login: 5 }, 'login: string expected, int'],
    ['a string as struct', 'pem.getUserByLogin', { login: {} }, 'login: string expected, struct'],
    [
      'a string as base64',
      'pem.getUserByLogin',
      { login: Buffer.from('a') },
      'login: string expected, base64',
    ],
    ['a string as date', 'pem.getUserByLogin', { login: new Date(0) }, 'login: string expected, date'],
    [
      'an array as int',
      'pem.iis.getWebspacesInfo',
      { webspace_id_list: 7000001 },
      'webspace_id_list: array of int expected, int',
    ],
    [
      'one element of an array as string',
      'pem.iis.getWebspacesInfo',
      { webspace_id_list: [7000001, '7000005'] },
      'webspace_id_list[1]: int expected, string',
    ],
    [
      'an account number as a string that is no number',
      'pem.getAccountInfo',
      { account_id: '1e6' },
      'account_id: int or numeric string expected, string',
    ],
  ])('refuses %s', async (_case, method, params, reason) => {
    expect(await call(method, params)).toEqual(refusal(`Parameter ${reason} received`));
  });

  it('refuses a whole double where an int is due', async () => {
    const body = callText('pem.getUsers', structParam({ subscription_id: '<double>2000005.0</double>' }));
    expect(await (await post(simulator, body)).text()).toContain('int expected, double received');
  });

  it('takes i4 for int and an untyped value for string', async () => {
    const users = callText('pem.getUsers', structParam({ subscription_id: '<i4>2000006</i4>' }));
    expect(await (await post(simulator, users)).text()).toContain('<name>status</name><value><int>0</int>');
    const member = callText('pem.getAccountMemberByLogin', structParam({ login: 'alpine' }));
    expect(await (await post(simulator, member)).text()).toContain('<int>1000006</int>');
  });

  it.each([
    ['no parameter at all', []],
    ['two structs', [{}, {}]],
    ['an array', [[]]],
    ['a bare int', [2000005]],
    ['base64', [Buffer.from('struct')]],
  ])('refuses %s instead of one struct', async (_case, params) => {
    expect(await call('pem.exchange.getMailboxStores', ...params)).toEqual(
      refusal('Exactly one struct of named parameters is expected'),
    );
  });

  it('never quotes a value that it refuses', async () => {
    const answer = await call('pem.checkPassword', { account_id: 'hunter2', password: 'hunter2' });
    expect(answer).toMatchObject({ status: -1 });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'treats a member named %s like any other',
    async (name) => {
      const body = callText('pem.exchange.getMailboxStores', structParam({ [name]: '<int>1</int>' }));
      expect(await (await post(simulator, body)).text()).toContain(`Parameter ${name} is not known here`);
    },
  );
});
