import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';
import { mutationText } from '../support/poa-mutations.js';

let gateway: PoaGateway;
beforeEach(async () => {
  gateway = await startPoaGateway({ batch: { reads: 'off' }, transactionTimeoutSeconds: 77 });
});
afterEach(() => gateway.close());

const BASE = { accountId: 'poa:Account:1000015', planId: 'poa:HostingPlan:13' };
const SELECTION =
  'subscription { id name } task { id state } provisionedResources { resourceTypeId parameters { name value } }';
const run = (input: object) =>
  gateway.run(mutationText('createSubscription', SELECTION), { input: { ...BASE, ...input } });
const create = async (input: object = {}) => {
  const { data, errors } = await run(input);
  expect(errors).toBeUndefined();
  return data?.payload as { subscription: { id: string }; userErrors: readonly object[] };
};
const paramsOf = (method: string) =>
  gateway.simulator.calls.filter((call) => call.method === method).map(({ params }) => params);
const created = () =>
  (gateway.simulator.ledger ?? []).filter(({ method }) => method === 'pem.activateSubscription').length;

describe('createSubscription on POA', () => {
  it('sends limits by their 64-bit members, and the parameters of the provisioning as strings', async () => {
    const payload = await create({
      name: 'Neu',
      nativeId: '2100000',
      limits: [
        { resourceTypeId: 901, limit: '10995116277760' },
        { resourceTypeId: 902, unlimited: true },
      ],
      parameters: [{ name: 'domain_id', value: '3100000' }],
      domainName: 'Neu.Example',
      registrarStatus: 'NOT_REGISTERED',
    });
    expect(payload).toMatchObject({
      subscription: { id: 'poa:Subscription:2100000', name: 'Neu' },
      task: null,
      provisionedResources: [{ parameters: [{ name: 'domain_id', value: '3100000' }] }],
      userErrors: [],
    });
    expect(paramsOf('pem.activateSubscription')).toEqual([
      [
        {
          subscription_id: 2100000,
          subscription_name: 'Neu',
          account_id: 1000015,
          service_template_id: 13,
          resource_limits: [
            { resource_id: 901, resource_limit64: '10995116277760' },
            { resource_id: 902, resource_limit64: '-1' },
          ],
          parameters: [
            { var_name: 'domain_name', var_value: 'neu.example' },
            { var_name: 'registrar_status', var_value: '1' },
            { var_name: 'domain_id', var_value: '3100000' },
          ],
        },
      ],
    ]);
  });

  it('without parameters sends none, since a panel that gets them makes a domain', async () => {
    await create();
    expect(paramsOf('pem.activateSubscription')).toEqual([
      [{ account_id: 1000015, service_template_id: 13 }],
    ]);
  });

  it('that is awaited runs in a transaction with a request id, which is its task', async () => {
    const payload = await create({ awaitTask: true });
    expect(payload).toMatchObject({
      task: { id: expect.stringMatching(/^poa:Task:hostgraph-/), state: 'SUCCEEDED' },
    });
    expect(gateway.takeCalls().slice(1, 4)).toEqual(['txn.Begin', 'pem.activateSubscription', 'txn.Commit']);
    expect(paramsOf('txn.Begin')).toEqual([
      [{ timeout: 77, request_id: expect.stringMatching(/^hostgraph-/) }],
    ]);
    expect(paramsOf('pem.activateSubscription')).toMatchObject([[{ txn_id: 'txn-1' }]]);
  });

  it('that is not provisioned is only recorded', async () => {
    await create({ provision: false, name: 'Später' });
    expect(paramsOf('pem.addSubscription')).toEqual([
      [{ account_id: 1000015, subscription_name: 'Später', service_template_id: 13 }],
    ]);
    expect(created()).toBe(0);
  });

  it.each<readonly [object, readonly string[]]>([
    [{ nativeId: 'x' }, ['nativeId']],
    [{ limits: [{ resourceTypeId: 901 }] }, ['limits', '0']],
    [{ limits: [{ resourceTypeId: 901, limit: '1', unlimited: true }] }, ['limits', '0']],
    [{ limits: [{ resourceTypeId: 901, limit: '-2' }] }, ['limits', '0', 'limit']],
    [
      {
        limits: [
          { resourceTypeId: 901, limit: '1' },
          { resourceTypeId: 901, unlimited: true },
        ],
      },
      ['limits', '1', 'resourceTypeId'],
    ],
    [{ provision: false, domainName: 'a.example' }, ['domainName']],
    [{ provision: false, limits: [] }, ['limits']],
    [{ domainName: 'no domain' }, ['domainName']],
    [{ webspacePath: 'a/b' }, ['webspacePath']],
    [{ registrarStatus: 'REGISTERED' }, ['registrarStatus']],
    [
      { domainName: 'a.example', parameters: [{ name: 'domain_name', value: 'b.example' }] },
      ['parameters', '0', 'name'],
    ],
  ])('refuses %j before any call and names the member', async (input, field) => {
    const { userErrors } = await create(input);
    expect(userErrors).toContainEqual(
      expect.objectContaining({ code: 'INVALID', field: ['input', ...field] }),
    );
    expect(gateway.takeCalls()).toEqual([]);
  });

  it('tells refusals of the panel apart', async () => {
    expect(await create({ planId: 'poa:HostingPlan:15' })).toMatchObject({
      userErrors: [{ code: 'WRONG_STATE' }],
    });
    expect(await create({ nativeId: '2000001' })).toMatchObject({ userErrors: [{ code: 'TAKEN' }] });
    expect(await create({ domainName: 'bakewell.example' })).toMatchObject({
      userErrors: [{ code: 'TAKEN' }],
    });
    expect(created()).toBe(0);
  });
});

describe('a subscription whose answer is lost', () => {
  it('is found by its number where the caller has chosen one', async () => {
    gateway.simulator.faults.next('pem.activateSubscription', { kind: 'replyLost' });
    const input = { nativeId: '2100001', idempotencyKey: 'chosen' };
    expect((await run(input)).data).toEqual({ payload: null });
    expect(await create(input)).toMatchObject({ subscription: { id: 'poa:Subscription:2100001' } });
    expect(created()).toBe(1);
  });

  it('is not taken for its twin, which another run has made', async () => {
    gateway.simulator.faults.next('pem.activateSubscription', { kind: 'drop' });
    expect((await run({ idempotencyKey: 'first' })).data).toEqual({ payload: null });
    const { subscription } = await create({ idempotencyKey: 'second' });
    expect(subscription.id).toMatch(/^poa:Subscription:/);
    expect((await run({ idempotencyKey: 'first' })).data).toEqual({ payload: null });
    expect(created()).toBe(1);
  });

  it('stays unknown while the twin is unknown as well', async () => {
    gateway.simulator.faults.next('pem.activateSubscription', { kind: 'drop' });
    await run({ idempotencyKey: 'third' });
    gateway.simulator.faults.next('pem.activateSubscription', { kind: 'replyLost' });
    await run({ idempotencyKey: 'fourth' });
    for (const idempotencyKey of ['third', 'fourth']) {
      expect((await run({ idempotencyKey })).data).toEqual({ payload: null });
    }
    expect(created()).toBe(1);
  });
});

describe('plans and limits of POA subscriptions', () => {
  const change = async (name: string, selection: string, input: object) => {
    const { data, errors } = await gateway.run(mutationText(name, selection), {
      input: { subscriptionId: 'poa:Subscription:2000013', ...input },
    });
    expect(errors).toBeUndefined();
    return data?.payload;
  };

  it('tell what a change of plan adds, removes and maps', async () => {
    const selection =
      'subscription { plan { id } } addedResourceTypeIds removedResourceTypeIds mappedResourceTypes { fromResourceTypeId toResourceTypeId }';
    const limits = [{ resourceTypeId: 902, limit: '3' }];
    const payload = await change('changeSubscriptionPlan', selection, {
      planId: 'poa:HostingPlan:12',
      limits: [{ resourceTypeId: 920, limit: '7' }],
    });
    expect(payload).toMatchObject({
      subscription: { plan: { id: 'poa:HostingPlan:12' } },
      addedResourceTypeIds: [920, 921, 922],
      removedResourceTypeIds: [930, 931],
      userErrors: [],
    });
    expect(paramsOf('pem.upgradeSubscription')).toEqual([
      [
        {
          subscription_id: 2000013,
          service_template_id: 12,
          custom_resource_limits: [{ resource_type_id: 920, limit: '7' }],
        },
      ],
    ]);
    expect(await change('setResourceLimits', '__typename', { limits })).toMatchObject({
      userErrors: [{ code: 'QUOTA_EXCEEDED' }],
    });
  });

  it('are sent as numeric strings, with -1 for no limit', async () => {
    await change('setResourceLimits', 'subscription { id }', {
      limits: [
        { resourceTypeId: 901, unlimited: true },
        { resourceTypeId: 911, limit: '5' },
      ],
      autoProvision: true,
      parameters: [{ name: 'a', value: 'b' }],
    });
    expect(paramsOf('pem.setResourceTypeLimits')).toEqual([
      [
        {
          subscription_id: 2000013,
          autoprovide: true,
          resource_limits: [
            { resource_type_id: 901, limit: '-1' },
            { resource_type_id: 911, limit: '5' },
          ],
          parameters: [{ var_name: 'a', var_value: 'b' }],
        },
      ],
    ]);
  });

  it('are refused before any call when there are none', async () => {
    expect(await change('setResourceLimits', '__typename', { limits: [] })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'limits'] }],
    });
    expect(gateway.takeCalls()).toEqual([]);
  });
});
