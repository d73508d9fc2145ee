import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

const notOpen = { status: -1, extype_id: 12, module_id: 'OpenAPI' };

describe('POA simulator, transactions', () => {
  let simulator: Simulator;
  let call: Call;
  let now = 0;
  beforeEach(async () => {
    simulator = await createPoaSimulator({ now: () => now });
    call = clientOf(simulator);
  });
  afterEach(() => simulator.close());

  const rename = (name: string, more = {}) =>
    call('pem.setSubscriptionName', { subscription_id: 2000005, name, ...more });
  const nameSeen = async (more = {}) => {
    const params = { subscription_id: 2000005, get_resources: false, ...more };
    return Object((await call('pem.getSubscription', params)).result).name as unknown;
  };

  it('hides changes from others until the commit', async () => {
    expect(await call('txn.Begin', { txn_id: 'mine' })).toEqual({ status: 0, result: { txn_id: 'mine' } });
    expect(await rename('Gold', { txn_id: 'mine' })).toEqual({ status: 0 });
    expect(await nameSeen({ txn_id: 'mine' })).toBe('Gold');
    expect(await nameSeen()).toBe('Nordlicht Web');
    expect(await call('txn.Commit', { txn_id: 'mine' })).toEqual({ status: 0 });
    expect(await nameSeen()).toBe('Gold');
  });

  it('throws changes away at a rollback', async () => {
    await call('txn.Begin', { txn_id: 'mine' });
    await rename('Gold', { txn_id: 'mine' });
    expect(await call('txn.Rollback', { txn_id: 'mine' })).toEqual({ status: 0 });
    expect(await nameSeen()).toBe('Nordlicht Web');
  });

  it('generates an id that is free where none is given', async () => {
    await call('txn.Begin', { txn_id: 'txn-1' });
    const ids = [await call('txn.Begin', {}), await call('txn.Begin', {})].map(
      ({ result }) => Object(result).txn_id as unknown,
    );
    expect(new Set([...ids, 'txn-1']).size).toBe(3);
    expect(await nameSeen({ txn_id: ids[0] })).toBe('Nordlicht Web');
  });

  it.each([
    ['of an object that is missing', 'pem.getUsers', { subscription_id: 7 }],
    ['with a mistyped member', 'pem.getUsers', { subscription_id: 'x' }],
  ])('rolls all back by itself after a failed call %s', async (_case, method, params) => {
    await call('txn.Begin', { txn_id: 'mine' });
    await rename('Gold', { txn_id: 'mine' });
    expect(await call(method, { ...params, txn_id: 'mine' })).toMatchObject({ status: -1 });
    expect(await rename('Silver', { txn_id: 'mine' })).toMatchObject(notOpen);
    expect(await call('txn.Commit', { txn_id: 'mine' })).toMatchObject(notOpen);
    expect(await call('txn.Rollback', { txn_id: 'mine' })).toMatchObject(notOpen);
    expect(await nameSeen()).toBe('Nordlicht Web');
  });

  it.each(['txn.Commit', 'txn.Rollback'])(
    'knows an id no more after %s, nor lets it be used again',
    async (end) => {
      await call('txn.Begin', { txn_id: 'mine' });
      await call(end, { txn_id: 'mine' });
      expect(await rename('Gold', { txn_id: 'mine' })).toMatchObject(notOpen);
      expect(await call(end, { txn_id: 'mine' })).toMatchObject(notOpen);
      expect(await call('txn.Begin', { txn_id: 'mine' })).toMatchObject({ status: -1, extype_id: 21 });
    },
  );

  it('rolls a transaction back when its time-out passes', async () => {
    await call('txn.Begin', { txn_id: 'mine', timeout: 60 });
    await rename('Gold', { txn_id: 'mine' });
    now += 59_999;
    expect(await nameSeen({ txn_id: 'mine' })).toBe('Gold');
    now += 1;
    expect(await call('txn.Commit', { txn_id: 'mine' })).toMatchObject(notOpen);
    expect(await nameSeen()).toBe('Nordlicht Web');
  });

  it('refuses a commit over rows that others have changed meanwhile', async () => {
    await call('txn.Begin', { txn_id: 'mine' });
    await rename('Gold', { txn_id: 'mine' });
    await rename('Silver');
    expect(await call('txn.Commit', { txn_id: 'mine' })).toMatchObject(notOpen);
    expect(await nameSeen()).toBe('Silver');
  });

  it('knows the request id of a transaction once it is committed', async () => {
    await call('txn.Begin', { txn_id: 'mine', request_id: 'job' });
    expect(await call('pem.getRequestStatus', { request_id: 'job' })).toMatchObject({
      status: -1,
      extype_id: 4,
    });
    await call('txn.Commit', { txn_id: 'mine' });
    expect(await call('pem.getRequestStatus', { request_id: 'job' })).toEqual({
      status: 0,
      result: { request_status: 0, status_messages: [] },
    });
  });

  it.each([
    ['seed-succeeded', 0, []],
    ['seed-running', 1, []],
    ['seed-failed', 2, ['Host exch02.ad.nordhost.example is not reachable']],
  ])('tells the state of %s', async (request_id, request_status, status_messages) => {
    expect(await call('pem.getRequestStatus', { request_id })).toEqual({
      status: 0,
      result: { request_status, status_messages },
    });
  });

  it('does not take txn_id for pem.getRequestStatus', async () => {
    await call('txn.Begin', { txn_id: 'mine' });
    expect(await call('pem.getRequestStatus', { request_id: 'seed-failed', txn_id: 'mine' })).toMatchObject({
      status: -1,
      extype_id: 21,
    });
    expect(await nameSeen({ txn_id: 'mine' })).toBe('Nordlicht Web');
  });

  it.each([
    ['txn.Begin', { timeout: 0 }],
    ['txn.Begin', { timeout: '60' }],
    ['txn.Begin', { txn_id: '' }],
    ['txn.Begin', { txn_id: 7 }],
    ['txn.Commit', {}],
    ['pem.getUsers', { subscription_id: 2000005, txn_id: 7 }],
  ])('refuses %s with %o', async (method, params) => {
    expect(await call(method, params)).toMatchObject({ status: -1, extype_id: 21 });
  });

  it('forgets its transactions at a reset', async () => {
    await call('txn.Begin', { txn_id: 'mine' });
    simulator.reset();
    expect(await call('txn.Commit', { txn_id: 'mine' })).toMatchObject(notOpen);
  });
});
