import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_PRINCIPAL, type Principal } from '../../src/model/index.js';
import { executeOperation, type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';

const ID = 'poa:Subscription:2000005';
const SUSPEND = `mutation ($key: String) { suspendSubscription(input: { subscriptionId: "${ID}", idempotencyKey: $key }) {
  subscription { id } userErrors { code } } }`;
const OUTCOME = `query ($key: String!) { writeOutcome(idempotencyKey: $key) {
  idempotencyKey state mutation startedAt node { id ... on Subscription { active } } userErrors { code message } } }`;
const METHOD = 'pem.disableSubscription';

let gateway: PoaGateway;
let key = '';
let keys = 0;
beforeEach(async () => {
  gateway = await startPoaGateway({ batch: { reads: 'off' } });
  keys += 1;
  key = `outcome-${keys}`;
});
afterEach(() => gateway.close());

const ask = async (principal: Principal = LOCAL_PRINCIPAL, asked = key) => {
  const result = await executeOperation([gateway.backend], OUTCOME, { key: asked }, principal);
  expect(result.errors).toBeUndefined();
  return result.data?.writeOutcome;
};

describe('writeOutcome', () => {
  it('tells of a write that happened, and of the object as it is now', async () => {
    await gateway.run(SUSPEND, { key });
    expect(await ask()).toEqual({
      idempotencyKey: key,
      state: 'APPLIED',
      mutation: 'suspendSubscription',
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      node: { id: ID, active: false },
      userErrors: [],
    });
  });

  it('tells of a refusal', async () => {
    await gateway.run(SUSPEND.replace(ID, 'poa:Subscription:9'), { key });
    expect(await ask()).toMatchObject({ state: 'REJECTED', node: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('finds out what is unknown, with one reading', async () => {
    gateway.simulator.faults.next(METHOD, { kind: 'replyLost' });
    await gateway.run(SUSPEND, { key });
    gateway.takeCalls();
    expect(await ask()).toMatchObject({ state: 'APPLIED', node: { id: ID } });
    expect(gateway.takeCalls()).not.toContain(METHOD);
  });

  it('says that it does not know, and is no error, while the panel cannot be read', async () => {
    gateway.simulator.faults.next(METHOD, { kind: 'drop' });
    gateway.simulator.faults.next('pem.getSubscription', { kind: 'drop' }, 10);
    await gateway.run(SUSPEND, { key });
    expect(await ask()).toMatchObject({ state: 'UNKNOWN', userErrors: [] });
  });

  it('knows the writes of who asks, and nobody else’s', async () => {
    await gateway.run(SUSPEND, { key });
    expect(await ask({ ...LOCAL_PRINCIPAL, id: 'somebody-else' })).toBeNull();
  });

  it('names no object on a backend that the caller may not use any more', async () => {
    await gateway.run(SUSPEND, { key });
    expect(await ask({ ...LOCAL_PRINCIPAL, backends: new Set() })).toMatchObject({
      state: 'APPLIED',
      node: null,
    });
  });

  it.each(['never-used', '', 'a b', 'ä', '\u0000', 'x'.repeat(10_000)])(
    'is null for the key %j',
    async (asked) => {
      expect(await ask(LOCAL_PRINCIPAL, asked)).toBeNull();
      expect(gateway.takeCalls()).toEqual([]);
    },
  );
});

describe('an input that cannot be sent', () => {
  it.each(['\u0000', 'a\u001bb', '\ud800', '\uffff'])('is refused before any call: %j', async (name) => {
    const { data, errors } = await gateway.run(
      `mutation ($name: String!) { renameSubscription(input: { subscriptionId: "${ID}", name: $name }) {
        userErrors { code field } } }`,
      { name },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      renameSubscription: { userErrors: [{ code: 'INVALID', field: ['input', 'name'] }] },
    });
    expect(gateway.takeCalls()).toEqual([]);
  });
});
