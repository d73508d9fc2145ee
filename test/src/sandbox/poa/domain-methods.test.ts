import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

describe('POA simulator, domains', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const listed = async (subscription_id: number) => {
    const { result } = await call('pem.getDomainList', { subscription_id });
    return result as Record<string, unknown>[]; // The first test looks at the whole shape.
  };

  it('lists the domains with hostings from a subscription as the array itself', async () => {
    expect(await call('pem.getDomainList', { subscription_id: 2000005 })).toEqual({
      status: 0,
      result: [
        {
          domain_id: 3000005,
          domain_name: 'nordlicht.example',
          domain_type: 'DOMAIN',
          domain_hosting_type: 'REGULAR',
          registrar_status: 30,
          is_locked: false,
          dns_management_allowed: true,
        },
        {
          domain_id: 3000007,
          domain_name: 'buch.nordlicht.example',
          domain_type: 'SUBDOMAIN',
          domain_hosting_type: 'REGULAR',
          registrar_status: 30,
          is_locked: false,
          dns_management_allowed: true,
        },
      ],
    });
  });

  it('has a domain in every registrar status', async () => {
    const statuses = (await listed(2000010)).map((row) => row.registrar_status);
    expect(new Set(statuses)).toEqual(new Set([0, 10, 15, 20, 30, 50, 60, 70]));
  });

  it('lists a domain under each subscription that gives it a hosting', async () => {
    const name = 'booking.alpine-tours.example';
    for (const subscription of [2000006, 2000020]) {
      expect((await listed(subscription)).map((row) => row.domain_name)).toContain(name);
    }
    expect(await call('pem.getDomainSubscription', { domain_name: name })).toEqual({
      status: 0,
      result: { subscription_id: 2000006 },
    });
  });

  it('finds a domain by its name in any case, and by its A-labels only', async () => {
    expect(await call('pem.getDomainByName', { domain_name: 'Nordlicht.EXAMPLE' })).toEqual({
      status: 0,
      result: { domain_id: 3000005, owner_id: 1000005, name: 'nordlicht.example' },
    });
    expect(
      await call('pem.getDomainByName', { domain_name: 'xn--mller-tchter-bjb1f.example' }),
    ).toMatchObject({ status: 0 });
    expect(await call('pem.getDomainByName', { domain_name: 'müller-töchter.example' })).toMatchObject({
      status: -1,
      extype_id: 4,
    });
  });

  it.each([
    [{ domain_id: 3000023 }, 0],
    [{ domain_name: 'niemand.test' }, 0],
    [{ domain_id: 3000005 }, 2000005],
  ])('answers %o with the subscription of its DNS hosting: %i', async (params, subscription_id) => {
    expect(await call('pem.getDomainSubscription', params)).toEqual({
      status: 0,
      result: { subscription_id },
    });
  });

  it.each([{}, { domain_id: 3000005, domain_name: 'nordlicht.example' }])(
    'refuses %o where exactly one of number and name is due',
    async (params) => {
      expect(await call('pem.getDomainSubscription', params)).toMatchObject({ status: -1, extype_id: 21 });
    },
  );

  it('tells the name servers of a domain and of a domain request', async () => {
    expect(await call('pem.getNameServers', { domain_name: 'nordlicht.example' })).toEqual({
      status: 0,
      result: ['ns1.nordhost.example', 'ns2.nordhost.example'],
    });
    const wish = { domain_name: 'wunsch.example', subscription_id: 2000005 };
    expect(await call('pem.getNameServers', wish)).toEqual({
      status: 0,
      result: ['ns3.nordhost.example', 'ns4.nordhost.example'],
    });
  });

  it('tells no name servers for a domain without DNS hosting', async () => {
    expect(await call('pem.getNameServers', { domain_name: 'tarts.example' })).toEqual({
      status: 0,
      result: [],
    });
  });

  it('disables and enables a domain, the name winning over the number', async () => {
    const locked = async (place: number) => (await listed(2000005))[place]?.is_locked;
    await call('pem.disableDomain', { domain_id: 3000005, domain_name: 'buch.nordlicht.example' });
    expect([await locked(0), await locked(1)]).toEqual([false, true]);
    await call('pem.enableDomain', { domain_id: 3000007 });
    expect(await locked(1)).toBe(false);
  });

  it.each([
    ['pem.getDomainList', { subscription_id: 7 }, 'Subscription 7'],
    ['pem.getDomainByName', { domain_name: 'nowhere.example' }, 'Domain nowhere.example'],
    ['pem.getDomainSubscription', { domain_id: 7 }, 'Domain 7'],
    ['pem.getNameServers', { domain_name: 'nowhere.example' }, 'Domain nowhere.example'],
    [
      'pem.getNameServers',
      { domain_name: 'wunsch.example', subscription_id: 2000006 },
      'Domain request wunsch.example',
    ],
    ['pem.enableDomain', { domain_id: 7 }, 'Domain 7'],
  ])('refuses %s for what does not exist', async (method, params, what) => {
    expect(await call(method, params)).toMatchObject({
      status: -1,
      extype_id: 4,
      error_message: `${what} was not found`,
    });
  });
});
