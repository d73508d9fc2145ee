import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';

let gateway: PoaGateway;
beforeEach(async () => {
  gateway = await startPoaGateway({ writeTimeoutMs: 1_000, batch: { reads: 'off' } });
});
afterEach(() => gateway.close());

const SUSPEND = `mutation ($id: ID!, $key: String) {
  suspendSubscription(input: { subscriptionId: $id, idempotencyKey: $key }) {
    subscription { id active } userErrors { code message field native { backend method code message } } idempotencyKey } }`;
const ID = 'poa:Subscription:2000005';
const writes = () => gateway.takeCalls().filter((method) => method !== 'pem.getSubscription');

describe('writes to a subscription of POA', () => {
  it('are told as they are afterwards, with the key that names them', async () => {
    const result = await gateway.run(SUSPEND, { id: ID });
    expect(result).toEqual({
      data: {
        suspendSubscription: {
          subscription: { id: ID, active: false },
          userErrors: [],
          idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    });
    expect(gateway.takeCalls()).toEqual(['pem.disableSubscription', 'pem.getSubscription']);
  });

  it('are seen by what the same request reads afterwards, whatever it read before', async () => {
    const result = await gateway.run(`mutation {
      one: suspendSubscription(input: { subscriptionId: "${ID}" }) { subscription { active } }
      two: resumeSubscription(input: { subscriptionId: "${ID}" }) { subscription { active } } }`);
    expect(result.data).toEqual({
      one: { subscription: { active: false } },
      two: { subscription: { active: true } },
    });
  });

  it('happen once for one key, and are told again from their record', async () => {
    const first = await gateway.run(SUSPEND, { id: ID, key: 'abc' });
    expect(await gateway.run(SUSPEND, { id: ID, key: 'abc' })).toEqual(first);
    expect(writes()).toEqual(['pem.disableSubscription']);
  });

  it('are refused as data when the panel refuses', async () => {
    const { data, errors } = await gateway.run(SUSPEND, { id: 'poa:Subscription:9' });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      suspendSubscription: {
        subscription: null,
        userErrors: [
          {
            code: 'NOT_FOUND',
            native: { backend: 'poa', method: 'pem.disableSubscription', code: 'OpenAPI:4' },
          },
        ],
      },
    });
  });

  it.each(['', 'a b', 'ä', 'x'.repeat(129)])('are refused before any call for the key %j', async (key) => {
    const { data } = await gateway.run(SUSPEND, { id: ID, key });
    expect(data).toMatchObject({
      suspendSubscription: { userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] },
    });
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('are refused before any call for ids that cannot be', async () => {
    for (const id of ['poa:Account:1', 'poa:Subscription:x', 'nowhere:Subscription:1']) {
      const { errors } = await gateway.run(SUSPEND, { id });
      expect(errors?.[0]?.message).toMatch(/^input\.subscriptionId/);
    }
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('that concern several subscriptions happen together or not at all', async () => {
    const all = (ids: string) =>
      gateway.run(`mutation { suspendSubscriptions(input: { subscriptionIds: [${ids}] }) {
        subscriptions { active } task { state } userErrors { code } } }`);
    expect(await all('"poa:Subscription:2000005", "poa:Subscription:2000006"')).toEqual({
      data: {
        suspendSubscriptions: {
          subscriptions: [{ active: false }, { active: false }],
          task: { state: 'SUCCEEDED' },
          userErrors: [],
        },
      },
    });
    gateway.takeCalls();
    expect((await all('"poa:Subscription:2000007", "poa:Subscription:9"')).data).toMatchObject({
      suspendSubscriptions: { subscriptions: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect(writes()).toEqual(['pem.batchRequest']);
    const after = await gateway.run('{ subscription(id: "poa:Subscription:2000007") { active } }');
    expect(after.data).toEqual({ subscription: { active: true } });
  });
});

describe('a write whose answer is lost', () => {
  it('is sent once, told as unknown with its key, and settled by reading back', async () => {
    gateway.simulator.faults.next('pem.disableSubscription', { kind: 'replyLost' });
    const lost = await gateway.run(SUSPEND, { id: ID, key: 'lost' });
    expect(lost.data).toEqual({ suspendSubscription: null });
    expect(lost.errors).toHaveLength(1);
    expect(gateway.takeCalls()).toEqual(['pem.disableSubscription']);
    expect((await gateway.run(SUSPEND, { id: ID, key: 'lost' })).data).toMatchObject({
      suspendSubscription: { subscription: { active: false }, idempotencyKey: 'lost' },
    });
    expect(gateway.takeCalls()).not.toContain('pem.disableSubscription');
  });

  it('stays unknown where reading back does not show it', async () => {
    gateway.simulator.faults.next('pem.disableSubscription', { kind: 'drop' });
    await gateway.run(SUSPEND, { id: ID, key: 'dropped' });
    const again = await gateway.run(SUSPEND, { id: ID, key: 'dropped' });
    expect(again.data).toEqual({ suspendSubscription: null });
    expect(gateway.takeCalls()).toEqual(['pem.disableSubscription', 'pem.getSubscription']);
  });
});
