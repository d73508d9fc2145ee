import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXTYPE } from '../../../../src/sandbox/poa/refusal.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

const TEMPLATE = { owner_id: 1, name: 'Klein', resources: [{ resource_type_id: 901 }] };
const DAY = 86_400;
const MEASURED_AT = 1_306_886_400;

describe('POA simulator, resource types, templates and limits', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const resultOf = async (method: string, params: object) => (await call(method, params)).result;
  const limitOf = async (subscription_id: number, id: number) => {
    const subscription = await resultOf('pem.getSubscription', { subscription_id, get_resources: true });
    const rows: { resource_type_id: number; limit: string }[] = Object(subscription).resource_types;
    return rows.find((row) => row.resource_type_id === id)?.limit;
  };

  it('sells a new template once its types have limits and it is active', async () => {
    const { st_id } = Object(await resultOf('pem.addServiceTemplate', TEMPLATE)) as { st_id: number };
    const type = {
      resclass_name: 'diskusage',
      name: 'Archive',
      act_params: [{ var_name: 'a', var_value: 'b' }],
    };
    const { resource_type_id } = Object(await resultOf('pem.addResourceType', type));
    await call('pem.addResourceTypeToServiceTemplate', { owner_id: 1, st_id, rt_id: resource_type_id });
    const order = { account_id: 1000015, service_template_id: st_id };
    expect(await call('pem.addSubscription', order)).toMatchObject({ extype_id: EXTYPE.wrongState });

    const limits = [
      { resource_id: 901, resource_limit: 5 },
      { resource_id: resource_type_id, resource_limit: 1, resource_limit64: '9007199254740993' },
    ];
    expect(await call('pem.setSTRTLimits', { st_id, limits })).toEqual({ status: 0 });
    expect(await call('pem.activateST', { st_id })).toEqual({ status: 0 });
    const { subscription_id } = Object(await resultOf('pem.activateSubscription', order));
    expect(await limitOf(subscription_id, 901)).toBe('5');
    expect(await limitOf(subscription_id, resource_type_id)).toBe('9007199254740993');

    const shown = await resultOf('pem.getServiceTemplate', {
      st_id,
      get_resources: true,
      get_full_info: true,
    });
    expect(shown).toMatchObject({ name: 'Klein', owner_id: 1, is_active: true, version: 1 });
    expect(Object(shown).resource_types).toContainEqual(
      expect.objectContaining({ name: 'Archive', act_params: [{ var_name: 'a', var_value: 'b' }] }),
    );
  });

  it('sets one limit, the 64-bit one where both are sent', async () => {
    const set = (limits: object) =>
      call('pem.setResourceTypeLimit', { subscription_id: 2000005, resource_type_id: 902, ...limits });
    expect(await set({ limit: 2_100_000_000 })).toEqual({ status: 0 });
    expect(await limitOf(2000005, 902)).toBe('2100000000');
    expect(await set({ limit: 0, limit64: '9007199254740993' })).toEqual({ status: 0 });
    expect(await limitOf(2000005, 902)).toBe('9007199254740993');
    expect(await set({ limit: 0, autoprovide: true })).toEqual({ status: 0 });
    expect(await limitOf(2000005, 902)).toBeUndefined();
  });

  it('maps a resource type to another of its class when a subscription changes its template', async () => {
    const { resource_type_id } = Object(
      await resultOf('pem.addResourceType', { resclass_name: 'apache_domains', name: 'Sites' }),
    );
    const wanted = { ...TEMPLATE, resources: [{ resource_type_id }] };
    const { st_id } = Object(await resultOf('pem.addServiceTemplate', wanted));
    await call('pem.setSTRTLimits', {
      st_id,
      limits: [{ resource_id: resource_type_id, resource_limit: 99 }],
    });
    await call('pem.activateST', { st_id });
    expect(
      await resultOf('pem.migrateSubscription', { subscription_id: 2000016, service_template_id: st_id }),
    ).toEqual({
      rt_added: [],
      rt_removed: [901, 902, 940, 950, 930],
      rt_mapped: [{ src_rt_id: 931, dst_rt_id: resource_type_id }],
    });
  });

  it('tells how a usage came about, so that start and changes add up to it', async () => {
    const period = async (from_time: number, to_time: number) => {
      const asked = { subscription_id: 2000019, resource_type_ids: [912], from_time, to_time };
      return Object(await resultOf('pem.getResourceUsageForPeriod', asked)).resource_type_usages[0];
    };
    expect(await period(MEASURED_AT - DAY, MEASURED_AT)).toEqual({
      usage_statistics: [
        { delta: 536870912, delta64: '536870912', time: MEASURED_AT - DAY },
        { delta: 536870912, delta64: '536870912', time: MEASURED_AT },
      ],
      parent_resource_type_id: 910,
      initial_usage: 1073741824,
      initial_usage64: '1073741824',
      resource_type_id: 912,
    });
    const later = await period(MEASURED_AT + 1, MEASURED_AT + DAY);
    expect(later).toMatchObject({
      usage_statistics: [],
      initial_usage: 2147483647,
      initial_usage64: '2147483648',
    });
    expect(await period(0, 1)).toMatchObject({ usage_statistics: [], initial_usage: 0 });
  });

  it('orders shared hosting with its domain, and only that', async () => {
    const order = {
      account_id: 1000015,
      subscription_id: 2000900,
      service_template_id: 13,
      domain_name: 'bestellt.example',
      registrar_status: 2,
    };
    const exchange = { ...order, service_template_id: 11 };
    expect(await call('pem.orderSubscription', exchange)).toMatchObject({
      extype_id: EXTYPE.invalidArguments,
    });
    expect(await call('pem.orderSubscription', order)).toEqual({ status: 0 });
    expect(await resultOf('pem.getDomainList', { subscription_id: 2000900 })).toEqual([
      expect.objectContaining({ domain_name: 'bestellt.example', registrar_status: 30 }),
    ]);
    expect(await call('pem.orderSubscription', order)).toMatchObject({ extype_id: EXTYPE.exists });
  });

  it('provisions what a recorded subscription lacks, by its template or as asked', async () => {
    const order = { account_id: 1000015, service_template_id: 13 };
    const { subscription_id } = Object(await resultOf('pem.addSubscription', order));
    const one = { subscription_id, provisioned_resource_types: [{ resource_type_id: 901, amount: 7 }] };
    await call('pem.provisionSubscription', one);
    expect([await limitOf(subscription_id, 901), await limitOf(subscription_id, 930)]).toEqual([
      '7',
      undefined,
    ]);
    await call('pem.provisionSubscription', { subscription_id });
    expect([await limitOf(subscription_id, 901), await limitOf(subscription_id, 930)]).toEqual(['7', '1']);
  });

  const limit = (given: object) => ({ subscription_id: 2000005, resource_type_id: 901, ...given });
  it.each<[string, string, object, number]>([
    ['a limit without a value', 'pem.setResourceTypeLimit', limit({}), 21],
    ['a limit below unlimited', 'pem.setResourceTypeLimit', limit({ limit: -2 }), 21],
    ['a limit below the usage', 'pem.setResourceTypeLimit', limit({ limit: 1 }), 6],
    ['a limit of 65 bits', 'pem.setResourceTypeLimit', limit({ limit64: '9223372036854775808' }), 21],
    ['a limit of no type', 'pem.setResourceTypeLimit', limit({ resource_type_id: 7, limit: 1 }), 4],
    ['an unknown resource class', 'pem.addResourceType', { resclass_name: 'x', name: 'x' }, 4],
    ['a resource type without a name', 'pem.addResourceType', { resclass_name: 'diskusage', name: '' }, 21],
    ['a template of a customer', 'pem.addServiceTemplate', { ...TEMPLATE, owner_id: 1000005 }, 21],
    ['a template of an unknown type', 'pem.addServiceTemplate', resources({ resource_type_id: 7 }), 4],
    [
      'a type twice',
      'pem.addServiceTemplate',
      resources({ resource_type_id: 901 }, { resource_type_id: 901 }),
      5,
    ],
    ['a type from what is another’s', 'pem.addServiceTemplate', resources(from(2000005)), 21],
    ['a type from what is nowhere', 'pem.addServiceTemplate', resources(from(7)), 4],
    [
      'a type that the template has',
      'pem.addResourceTypeToServiceTemplate',
      { owner_id: 1, st_id: 12, rt_id: 901 },
      5,
    ],
    [
      'the template of another',
      'pem.addResourceTypeToServiceTemplate',
      { owner_id: 1, st_id: 16, rt_id: 970 },
      21,
    ],
    [
      'a limit of a type that the template lacks',
      'pem.setSTRTLimits',
      templateLimit({ resource_id: 970 }),
      4,
    ],
    ['a template limit below unlimited', 'pem.setSTRTLimits', templateLimit({ resource_limit: -2 }), 21],
    ['an unknown template', 'pem.activateST', { st_id: 7 }, 4],
    ['a period that ends before it starts', 'pem.getResourceUsageForPeriod', period(2, 1), 21],
    ['times that are no ints', 'pem.getResourceUsageForPeriod', period('1', '2'), 21],
    ['no amount', 'pem.provisionSubscription', provision({ resource_type_id: 901, amount: 0 }), 21],
    ['an amount of no type', 'pem.provisionSubscription', provision({ resource_type_id: 7, amount: 1 }), 4],
    ['provisioning of Exchange', 'pem.provisionSubscription', { subscription_id: 2000006 }, 21],
  ])('refuses %s', async (_case, method, params, extype) => {
    expect(await call(method, params)).toMatchObject({ status: -1, extype_id: extype });
  });
});

function resources(...rows: readonly object[]) {
  return { ...TEMPLATE, resources: rows };
}

function from(subscription_id: number) {
  return { resource_type_id: 901, subscription_id };
}

function templateLimit(row: object) {
  return { st_id: 13, limits: [{ resource_id: 901, resource_limit: 1, ...row }] };
}

function period(from_time: unknown, to_time: unknown) {
  return { subscription_id: 2000006, resource_type_ids: [911], from_time, to_time };
}

function provision(row: object) {
  return { subscription_id: 2000013, provisioned_resource_types: [row] };
}
