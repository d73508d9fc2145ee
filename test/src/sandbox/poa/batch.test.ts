import { afterEach, describe, expect, it } from 'vitest';
import type { BatchResults } from '../../../../src/sandbox/poa/batch.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { clientOf } from './client.js';

const operation = (name: string, ...parameters: unknown[]) => ({ operation: name, parameters });
const rename = (name: string) => operation('pem.setSubscriptionName', { subscription_id: 2000005, name });
const readUser = operation('pem.getUserByLogin', { login: 'radke' });

describe('POA simulator, pem.batchRequest', () => {
  let simulator: Simulator | undefined;
  afterEach(() => simulator?.close());

  async function start(batchResults?: BatchResults) {
    simulator = await createPoaSimulator(batchResults === undefined ? {} : { batchResults });
    return { simulator, call: clientOf(simulator) };
  }

  const nameOf2000005 = async (call: ReturnType<typeof clientOf>) => {
    const answer = await call('pem.getSubscription', { subscription_id: 2000005, get_resources: false });
    return Object(answer.result).name as unknown;
  };

  it('answers one envelope for each operation, in order', async () => {
    const { call } = await start();
    expect(await call('pem.batchRequest', rename('Gold'), readUser)).toEqual({
      status: 0,
      result: [{ status: 0 }, { status: 0, result: { user_id: 4000011 } }],
    });
    expect(await nameOf2000005(call)).toBe('Gold');
  });

  it('answers bare results where it is made to, an empty struct for an operation without output', async () => {
    const { call } = await start('bare');
    expect(await call('pem.batchRequest', rename('Gold'), readUser)).toEqual({
      status: 0,
      result: [{}, { user_id: 4000011 }],
    });
  });

  it('answers nothing but a status where it is made to, as the document has it', async () => {
    const { call } = await start('none');
    expect(await call('pem.batchRequest', rename('Gold'), readUser)).toEqual({ status: 0 });
    expect(await nameOf2000005(call)).toBe('Gold');
  });

  it('lets an operation see what an earlier one has done', async () => {
    const { call } = await start('bare');
    const read = operation('pem.getSubscription', { subscription_id: 2000005, get_resources: false });
    expect(await call('pem.batchRequest', rename('Gold'), read)).toMatchObject({
      result: [{}, { name: 'Gold' }],
    });
  });

  it('rolls back all at the first failure, answers its envelope and runs nothing after it', async () => {
    const { call } = await start();
    const missing = operation('pem.getUserByLogin', { login: 'nobody' });
    const mistyped = operation('pem.getUsers', { subscription_id: 'x' });
    expect(await call('pem.batchRequest', rename('Gold'), missing, mistyped)).toEqual({
      status: -1,
      error_message: 'Service user nobody was not found',
      extype_id: 4,
      module_id: 'OpenAPI',
      properties: { reason: 'Service user nobody was not found' },
    });
    expect(await nameOf2000005(call)).toBe('Nordlicht Web');
  });

  it('keeps the request id that leads the batch, if the batch succeeds', async () => {
    const { call } = await start();
    await call('pem.batchRequest', { request_id: 'good' }, rename('Gold'));
    expect(await call('pem.getRequestStatus', { request_id: 'good' })).toEqual({
      status: 0,
      result: { request_status: 0, status_messages: [] },
    });
    await call('pem.batchRequest', { request_id: 'bad' }, operation('pem.getUsers', { subscription_id: 7 }));
    expect(await call('pem.getRequestStatus', { request_id: 'bad' })).toMatchObject({
      status: -1,
      extype_id: 4,
    });
  });

  it.each([
    ['nothing', []],
    ['only a request id', [{ request_id: 'a' }]],
    ['an outer array', [[rename('Gold')]]],
    ['a request id that does not lead', [rename('Gold'), { request_id: 'a' }]],
    ['a request id beside an operation', [{ request_id: 'a', ...rename('Gold') }]],
    ['a request id that is no string', [{ request_id: 7 }, rename('Gold')]],
    ['the member names of system.multicall', [{ methodName: 'pem.getUsers', params: [] }]],
    [
      'a struct for the parameters',
      [{ operation: 'pem.getUsers', parameters: { subscription_id: 2000005 } }],
    ],
    ['an operation with two parameters', [operation('pem.getUsers', { subscription_id: 2000005 }, {})]],
    ['a batch in a batch', [operation('pem.batchRequest', rename('Gold'))]],
    ['a transaction in a batch', [operation('txn.Begin', {})]],
    ['an unknown method', [operation('pem.makeCoffee', {})]],
    ['a method of another kind', [operation('system.listMethods')]],
    ['txn_id in an operation', [{ ...rename('Gold'), txn_id: 'open' }]],
    ['txn_id in the parameters', [operation('pem.getUsers', { subscription_id: 2000005, txn_id: 'open' })]],
    ['txn_id with the request id', [{ request_id: 'a', txn_id: 'open' }, rename('Gold')]],
  ])('refuses %s', async (_case, params) => {
    const { call } = await start();
    await call('txn.Begin', { txn_id: 'open' });
    expect(await call('pem.batchRequest', ...params)).toMatchObject({ status: -1, extype_id: 21 });
    expect(await nameOf2000005(call)).toBe('Nordlicht Web');
  });

  it('is recorded as one call that shows its operations', async () => {
    const { simulator, call } = await start();
    await call('pem.batchRequest', { request_id: 'r' }, rename('Gold'), readUser);
    expect(simulator.calls).toEqual([
      { method: 'pem.batchRequest', params: [{ request_id: 'r' }, rename('Gold'), readUser] },
    ]);
  });
});
