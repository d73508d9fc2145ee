import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, callText, clientOf, post, structParam } from './client.js';

const READ = callText('pem.getUserByLogin', structParam({ login: 'radke' }));
const RENAME = callText(
  'pem.setSubscriptionName',
  structParam({ subscription_id: '<int>2000005</int>', name: 'Gold' }),
);

describe('POA simulator, control routes', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const control = (name: string, body?: unknown) =>
    fetch(new URL(`/_sandbox/${name}`, simulator.url), {
      method: body === undefined ? 'GET' : 'POST',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const misbehave = async (fault: object) => {
    expect((await control('faults', fault)).status).toBe(200);
  };
  const nameOf2000005 = async () =>
    Object((await call('pem.getSubscription', { subscription_id: 2000005, get_resources: false })).result)
      .name as unknown;

  it('tells the calls that came, oldest first, without credentials of its own', async () => {
    await call('pem.getUsers', { subscription_id: 2000006 });
    await call('pem.getUserInfo', { user_id: 7 });
    const calls = [
      { method: 'pem.getUsers', params: [{ subscription_id: 2000006 }] },
      { method: 'pem.getUserInfo', params: [{ user_id: 7 }] },
    ];
    expect(simulator.calls).toEqual(calls);
    expect(await (await control('calls')).json()).toEqual(calls);
  });

  it('hides passwords in the record, also misplaced ones', async () => {
    await call('pem.checkPassword', { account_id: 1000005, password: 'hunter2' });
    await call('pem.getUsers', { subscription_id: 2000005, new_password: 'hunter2' });
    await call('pem.batchRequest', {
      operation: 'pem.checkPassword',
      parameters: [{ account_id: 1000005, password: 'hunter2' }],
    });
    const text = await (await control('calls')).text();
    expect(text).toContain('"password":"***"');
    expect(text).toContain('"new_password":"***"');
    expect(text).not.toContain('hunter2');
  });

  it('goes back to the seed data, without calls and faults, at a reset', async () => {
    await post(simulator, RENAME);
    await misbehave({ kind: 'drop', method: '*', times: 5 });
    expect((await control('reset', {})).status).toBe(200);
    expect(simulator.calls).toEqual([]);
    expect(await nameOf2000005()).toBe('Nordlicht Web');
  });

  it('fails as often as it was asked to, and only in the method that was named', async () => {
    await misbehave({ kind: 'httpError', status: 503, method: 'pem.getUserByLogin', times: 2 });
    const others = await post(simulator, callText('pem.exchange.getMailboxStores', structParam({})));
    expect(others.status).toBe(200);
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await post(simulator, READ)).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it('answers a fault with the text that was asked for, even one that XML cannot carry', async () => {
    await misbehave({ kind: 'fault', message: 'Out of <cheese> ]]>\u0000\r' });
    await expect(call('pem.getUserByLogin', { login: 'radke' })).rejects.toMatchObject({
      faultCode: -500,
      faultString: 'Out of <cheese> ]]>?\r',
    });
  });

  it('does the work of a call whose reply it loses', async () => {
    await misbehave({ kind: 'replyLost' });
    await expect(post(simulator, RENAME)).rejects.toThrow();
    expect(await nameOf2000005()).toBe('Gold');
  });

  it('does not do the work of a call that it drops', async () => {
    await misbehave({ kind: 'drop' });
    await expect(post(simulator, RENAME)).rejects.toThrow();
    expect(await nameOf2000005()).toBe('Nordlicht Web');
  });

  it('announces a whole answer and sends half of it', async () => {
    await misbehave({ kind: 'truncated' });
    await expect(post(simulator, READ).then((response) => response.text())).rejects.toThrow();
  });

  it('answers late, but properly', async () => {
    await misbehave({ kind: 'slow', ms: 40 });
    const before = performance.now();
    expect(await (await post(simulator, READ)).text()).toContain('<int>4000011</int>');
    expect(performance.now() - before).toBeGreaterThanOrEqual(35);
  });

  it.each([
    ['malformed', '<?xml version="1.0"?><a><b></a>'],
    ['empty', ''],
    ['html', '<!DOCTYPE html><html><body>Site under maintenance</body></html>'],
  ])('answers something that is no XML-RPC: %s', async (kind, body) => {
    await misbehave({ kind });
    expect(await (await post(simulator, READ)).text()).toBe(body);
  });

  it('ends with calls that hang', async () => {
    const other = await createPoaSimulator();
    other.faults.next('*', { kind: 'hang' });
    const hanging = expect(post(other, READ)).rejects.toThrow();
    while (other.calls.length === 0) await new Promise(setImmediate);
    await other.close();
    await hanging;
  });

  it('has nothing else under its control routes', async () => {
    expect((await control('shutdown')).status).toBe(404);
  });
});
