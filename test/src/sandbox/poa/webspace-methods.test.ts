import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

describe('POA simulator, webspaces', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  afterAll(() => simulator.close());

  it('lists the webspaces of a subscription, of both kinds of host', async () => {
    expect(await call('pem.getSubscriptionWebspaces', { subscription_id: 2000001 })).toEqual({
      status: 0,
      result: [
        {
          webspace_id: 7000001,
          host_id: 101,
          host_name: 'iis01.nordhost.example',
          path: 'C:\\WebSpaces\\7000001',
        },
        {
          webspace_id: 7000002,
          host_id: 103,
          host_name: 'web01.nordhost.example',
          path: '/var/www/vhosts/7000002',
        },
      ],
    });
  });

  it('lists Apache webspaces with the address of their host and the instant access URL', async () => {
    expect(await call('pem.getWebspacesList', { subscription_id: 2000001 })).toEqual({
      status: 0,
      result: [
        {
          host_ip: '203.0.113.30',
          webspace_id: 7000002,
          path: '/var/www/vhosts/7000002',
          domain_id: 3000001,
          domain_name: 'webspace-7000002.obrien-soehne.example',
        },
      ],
    });
  });

  it('tells several IIS webspaces at once, in the order asked', async () => {
    const { result } = await call('pem.iis.getWebspacesInfo', { webspace_id_list: [7000006, 7000005] });
    expect(result).toEqual([
      {
        webspace_id: 7000006,
        host_id: 102,
        host_name: 'iis-alt.nordhost.example',
        path: 'C:\\WebSpaces\\7000006',
        disk_space_limit: '-1',
      },
      expect.objectContaining({
        webspace_id: 7000005,
        path: 'C:\\WebSpaces\\Räder & Co\\radhaus',
        disk_space_limit: '5242880',
      }),
    ]);
  });

  it('lists the IIS websites of a subscription', async () => {
    expect(await call('pem.iis.getSubscriptionWebsites', { subscription_id: 2000020 })).toEqual({
      status: 0,
      result: [
        {
          webspace_id: 7000006,
          domain_id: 3000008,
          domain_name: 'booking.alpine-tours.example',
          ip_address: '198.51.100.20',
          iis_version: '6',
        },
      ],
    });
  });

  it('answers an empty array for a subscription without webspaces', async () => {
    for (const method of [
      'pem.getSubscriptionWebspaces',
      'pem.getWebspacesList',
      'pem.iis.getSubscriptionWebsites',
    ]) {
      expect(await call(method, { subscription_id: 2000006 })).toEqual({ status: 0, result: [] });
    }
  });

  it('refuses an Apache webspace among IIS ones', async () => {
    expect(await call('pem.iis.getWebspacesInfo', { webspace_id_list: [7000001, 7000002] })).toMatchObject({
      status: -1,
      extype_id: 21,
    });
  });

  it.each([
    ['pem.getSubscriptionWebspaces', { subscription_id: 7 }],
    ['pem.getWebspacesList', { subscription_id: 7 }],
    ['pem.iis.getSubscriptionWebsites', { subscription_id: 7 }],
    ['pem.iis.getWebspacesInfo', { webspace_id_list: [7000001, 7] }],
  ])('refuses %s for what does not exist', async (method, params) => {
    expect(await call(method, params)).toMatchObject({ status: -1, extype_id: 4 });
  });
});
