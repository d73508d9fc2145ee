import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTYPE } from '../../../../src/sandbox/poa/refusal.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';
import { EXAMPLES, REFUSING } from './examples.js';

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
    expect(names).toEqual([...Object.keys(EXAMPLES), ...REFUSING].sort());
  });

  it.each(Object.entries(EXAMPLES))('answers %s', async (method, params) => {
    const answer = await call(method, ...params);
    if (method === 'system.listMethods') expect(answer).toContain(method);
    else expect(answer).toMatchObject({ status: 0 });
  });

  it.each(REFUSING)('refuses %s, whatever it is sent', async (method) => {
    for (const params of [{}, { account_id: 1000005, anything: [1] }]) {
      expect(await call(method, params)).toMatchObject({ status: -1, extype_id: EXTYPE.notSupported });
    }
  });
});
