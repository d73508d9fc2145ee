import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, callText, clientOf, post, structParam } from './client.js';

describe('POA simulator, subscriptions', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  it('tells a subscription without its resources when they are not asked for', async () => {
    expect(await call('pem.getSubscription', { subscription_id: 2000021, get_resources: false })).toEqual({
      status: 0,
      result: {
        subscription_id: 2000021,
        name: 'Nordlicht Archiv',
        st_id: 15,
        st_version: 9,
        owner_id: 1000005,
        is_active: false,
      },
    });
  });

  it('lists resources as a flat tree, -1 being no parent, with 64-bit numbers as strings', async () => {
    const { result } = await call('pem.getSubscription', { subscription_id: 2000019, get_resources: true });
    expect(result).toHaveProperty(
      'resource_types',
      expect.arrayContaining([
        {
          name: 'Disk space',
          resource_type_id: 901,
          parent_resource_type_id: -1,
          measurement_unit: 'KB',
          limit: '9223372036854775807',
          usage: '9007199254740993',
          resclass_name: 'diskusage',
        },
        expect.objectContaining({ resource_type_id: 913, parent_resource_type_id: 912, limit: '-1' }),
      ]),
    );
  });

  it('writes limits as string elements and numbers of things as int elements', async () => {
    const text = await (
      await post(
        simulator,
        callText(
          'pem.getSubscription',
          structParam({ subscription_id: '<int>2000015</int>', get_resources: '<boolean>1</boolean>' }),
        ),
      )
    ).text();
    expect(text).toContain('<name>limit</name><value><string>1048576</string></value>');
    expect(text).toContain('<name>resource_type_id</name><value><int>901</int></value>');
    expect(text).toContain('<name>is_active</name><value><boolean>1</boolean></value>');
  });

  it('tells usage of several resource types at once, the int beside its twin clamped to 32 bits', async () => {
    expect(
      await call('pem.getResourceUsage', { subscription_id: 2000019, resource_type_ids: [912, 902] }),
    ).toEqual({
      status: 0,
      result: {
        subscription_id: 2000019,
        resource_type_usages: [
          {
            resource_type_id: 912,
            usage: 2147483647,
            usage64: '2147483648',
            limit: '4294967296',
            last_checkpoint: 1306886400,
          },
          {
            resource_type_id: 902,
            usage: 2147483647,
            usage64: '9223372036854775807',
            limit: '-1',
            last_checkpoint: 1306886400,
          },
        ],
      },
    });
  });

  it('renames a subscription and keeps the rest', async () => {
    const before = await call('pem.getSubscription', { subscription_id: 2000005, get_resources: true });
    const renamed = await call('pem.setSubscriptionName', { subscription_id: 2000005, name: 'Gold ]]> <1>' });
    expect(renamed).toEqual({ status: 0 });
    const after = await call('pem.getSubscription', { subscription_id: 2000005, get_resources: true });
    expect(after).toEqual({ status: 0, result: { ...Object(before.result), name: 'Gold ]]> <1>' } });
  });

  it('disables and enables a subscription', async () => {
    const isActive = async () =>
      (await call('pem.getSubscription', { subscription_id: 2000006, get_resources: false })).result;
    await call('pem.disableSubscription', { subscription_id: 2000006 });
    expect(await isActive()).toHaveProperty('is_active', false);
    await call('pem.enableSubscription', { subscription_id: 2000006 });
    expect(await isActive()).toHaveProperty('is_active', true);
  });

  it('tells a service template by degrees: alone, with resources, in full', async () => {
    const template = {
      st_id: 11,
      version: 3,
      name: 'Business Exchange',
      owner_id: 1,
      is_active: true,
      autoprovidable: false,
    };
    const alone = await call('pem.getServiceTemplate', {
      st_id: 11,
      get_resources: false,
      get_full_info: true,
    });
    expect(alone).toEqual({ status: 0, result: template });

    const { result: withResources } = await call('pem.getServiceTemplate', {
      st_id: 11,
      get_resources: true,
    });
    expect(withResources).not.toHaveProperty('st_act_params');
    expect(withResources).toHaveProperty(
      'resource_types',
      expect.arrayContaining([
        {
          name: 'Hosted Exchange',
          resclass_name: 'exchange_hosting',
          resource_type_id: 910,
          measurement_unit: 'unit',
          measurement_type: 'A',
          limit: '1',
          usage: '0',
        },
        expect.objectContaining({ resource_type_id: 913, parent_resource_type_id: 912 }),
      ]),
    );

    const { result: full } = await call('pem.getServiceTemplate', {
      st_id: 11,
      get_resources: true,
      get_full_info: true,
    });
    expect(full).toMatchObject({
      st_act_params: [{ var_name: 'ad_domain', var_value: 'ad.nordhost.example' }],
      resource_types: expect.arrayContaining([
        expect.objectContaining({ resource_type_id: 912, attributes: ['SAN', 'Mirrored'], act_params: [] }),
      ]),
    });
  });

  it('knows a service template that can be subscribed to no longer', async () => {
    expect(await call('pem.getServiceTemplate', { st_id: 15, get_resources: false })).toMatchObject({
      result: { is_active: false },
    });
  });

  it.each([
    ['pem.getSubscription', { subscription_id: 7, get_resources: false }, 'Subscription 7'],
    ['pem.getServiceTemplate', { st_id: 7, get_resources: false }, 'Service template 7'],
    ['pem.getResourceUsage', { subscription_id: 7, resource_type_ids: [] }, 'Subscription 7'],
    ['pem.getResourceUsage', { subscription_id: 2000005, resource_type_ids: [910] }, 'Resource type 910'],
    ['pem.setSubscriptionName', { subscription_id: 7 }, 'Subscription 7'],
    ['pem.disableSubscription', { subscription_id: 7 }, 'Subscription 7'],
  ])('refuses %s for what does not exist', async (method, params, what) => {
    expect(await call(method, params)).toMatchObject({
      status: -1,
      extype_id: 4,
      error_message: `${what} was not found`,
    });
  });
});
