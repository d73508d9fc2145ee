import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PoaGateway, startPoaGateway } from '../support/poa-gateway.js';
import { mutationText } from '../support/poa-mutations.js';

let gateway: PoaGateway;
beforeEach(async () => {
  gateway = await startPoaGateway({ batch: { reads: 'off' } });
});
afterEach(() => gateway.close());

const mutate = async (name: string, selection: string, input: object) => {
  const { data, errors } = await gateway.run(mutationText(name, selection), { input });
  expect(errors).toBeUndefined();
  return data?.payload;
};
const paramsOf = (method: string) =>
  gateway.simulator.calls.filter((call) => call.method === method).map(({ params }) => params);
const subscriptionId = 'poa:Subscription:2000013';
const add = (input: object) => mutate('addDomain', 'domain { id kind }', { name: 'neu.example', ...input });

describe('addDomain on POA', () => {
  it('sends what the subscription hosts, with the panel’s numbers for words', async () => {
    await add({
      subscriptionId,
      name: 'Neü.Example',
      nativeId: '3200000',
      registrarStatus: 'REGISTERED',
      hosting: 'PARKING',
      parking: 'FRAME',
      path: 'https://example.org/',
    });
    expect(paramsOf('pem.addDomain')).toEqual([
      [
        {
          subscription_id: 2000013,
          domain_id: 3200000,
          domain_name: 'xn--ne-yka.example',
          registrar_status: 2,
          hosting_type: 2,
          domain_parking_type: 3,
          path: 'https://example.org/',
        },
      ],
    ]);
  });

  it('adds to an account without any service', async () => {
    expect(await add({ accountId: 'poa:Account:1000015' })).toMatchObject({
      domain: { id: 'poa:Domain:neu.example' },
    });
    expect(paramsOf('pem.addDomainToAccount')).toEqual([
      [{ account_id: 1000015, domain_name: 'neu.example' }],
    ]);
  });

  it('takes a name over only when it is told to', async () => {
    const taken = { subscriptionId, name: 'nordlicht.example' };
    expect(await add(taken)).toMatchObject({
      userErrors: [{ code: 'TAKEN', field: ['input', 'name'] }],
    });
    expect(gateway.takeCalls()).toEqual(['pem.getDomainByName']);
    expect(await add({ ...taken, takeOver: true })).toMatchObject({ userErrors: [] });
    expect(paramsOf('pem.addDomain')).toMatchObject([[{ force: true }]]);
    const { data } = await gateway.run('{ domain(id: "poa:Domain:nordlicht.example") { account { id } } }');
    expect(data).toEqual({ domain: { account: { id: 'poa:Account:1000011' } } });
  });

  it.each<readonly [object, readonly string[]]>([
    [{}, ['subscriptionId']],
    [{ subscriptionId, accountId: 'poa:Account:1' }, ['subscriptionId']],
    [{ subscriptionId, name: 'nodots' }, ['name']],
    [{ subscriptionId, nativeId: '-1' }, ['nativeId']],
    [{ accountId: 'poa:Account:1', path: '/' }, ['path']],
    [{ accountId: 'poa:Account:1', registrarStatus: 'REGISTERED' }, ['registrarStatus']],
    [{ subscriptionId, parking: 'FRAME' }, ['parking']],
    [{ subscriptionId, hosting: 'PHYSICAL', parking: 'FRAME' }, ['parking']],
  ])('refuses %j before any call and names the member', async (input, field) => {
    if (Object.keys(input).length === 0) {
      const { errors } = await gateway.run(mutationText('addDomain', '__typename'), {
        input: { name: 'neu.example' },
      });
      expect(errors?.[0]?.message).toMatch(/must name a backend/);
    } else {
      expect(await add(input)).toMatchObject({
        userErrors: [{ code: 'INVALID', field: ['input', ...field] }],
      });
    }
    expect(gateway.takeCalls()).toEqual([]);
  });
});

describe('domains of POA', () => {
  it('are switched by number and name of one domain, so that either may win', async () => {
    await mutate('disableDomain', 'domain { enabled }', { domainId: 'poa:Domain:bakewell.example' });
    expect(paramsOf('pem.disableDomain')).toEqual([
      [{ domain_id: 3000021, domain_name: 'bakewell.example' }],
    ]);
  });

  it('are removed by their number alone, which wins there', async () => {
    await mutate('removeDomain', 'deletedId', { domainId: 'poa:Domain:bakewell.example' });
    expect(paramsOf('pem.removeDomain')).toEqual([[{ domain_id: 3000021 }]]);
  });

  it('tell the registrar status by name without another call', async () => {
    await mutate('setDomainRegistrarStatus', '__typename', {
      domainId: 'poa:Domain:bakewell.example',
      registrarStatus: 'NOT_REGISTERED',
    });
    expect(gateway.takeCalls()).toEqual(['pem.setDomainRegistrarStatus']);
    expect(paramsOf('pem.setDomainRegistrarStatus')).toEqual([
      [{ domain_name: 'bakewell.example', registrar_status: 1 }],
    ]);
  });

  it('may be named by their number, and are answered by their name where a call tells it', async () => {
    expect(
      await mutate('disableDomain', 'domain { id enabled }', { domainId: 'poa:Domain:3000021' }),
    ).toMatchObject({ domain: { id: 'poa:Domain:bakewell.example', enabled: false } });
    expect(
      await mutate('setDomainRegistrarStatus', 'domain { id }', {
        domainId: 'poa:Domain:3000021',
        registrarStatus: 'REGISTERED',
      }),
    ).toMatchObject({ domain: null, userErrors: [] });
    expect(await mutate('removeDomain', 'deletedId', { domainId: 'poa:Domain:3000021' })).toMatchObject({
      deletedId: 'poa:Domain:bakewell.example',
    });
  });

  it('that do not exist are refused by what looks them up', async () => {
    expect(
      await mutate('disableDomain', 'domain { id }', { domainId: 'poa:Domain:gone.example' }),
    ).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', native: { method: 'pem.getDomainByName' } }],
    });
    expect(gateway.takeCalls()).toEqual(['pem.getDomainByName']);
  });

  it('get subdomains with the folder of the webspace', async () => {
    const parent = { subscriptionId, parentDomainId: 'poa:Domain:bakewell.example' };
    expect(
      await mutate('addSubdomain', 'domain { id kind }', { ...parent, prefix: 'Shop.Alt' }),
    ).toMatchObject({
      domain: { id: 'poa:Domain:shop.alt.bakewell.example', kind: 'SUBDOMAIN' },
    });
    expect(paramsOf('pem.addSubdomain')).toEqual([
      [
        {
          subscription_id: 2000013,
          domain_name: 'bakewell.example',
          prefix: 'shop.alt',
          path: '/',
        },
      ],
    ]);
    expect(await mutate('addSubdomain', '__typename', { ...parent, prefix: '.' })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'prefix'] }],
    });
  });

  it('are asked for with the name servers of their zone', async () => {
    const request = { subscriptionId, name: 'nordlicht.example' };
    expect(await mutate('requestDomain', 'nameServers zoneExisted', request)).toMatchObject({
      nameServers: ['ns1.nordhost.example', 'ns2.nordhost.example'],
      zoneExisted: true,
    });
    expect(await mutate('cancelDomainRequest', '__typename', request)).toMatchObject({ userErrors: [] });
    expect(await mutate('cancelDomainRequest', '__typename', request)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it('have records that are deleted by the number that their creation told', async () => {
    const record = { domainId: 'poa:Domain:bakewell.example', host: 'www', type: 'A', data: '192.0.2.1' };
    expect(await mutate('createDnsRecord', 'recordId', record)).toMatchObject({ recordId: '1' });
    const remove = { backend: 'poa', recordId: '1' };
    expect(await mutate('deleteDnsRecord', 'recordId', remove)).toMatchObject({ userErrors: [] });
    expect(await mutate('deleteDnsRecord', 'recordId', remove)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await mutate('deleteDnsRecord', '__typename', { ...remove, recordId: 'x' })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'recordId'] }],
    });
    expect(await mutate('createDnsRecord', '__typename', { ...record, ttl: -1 })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'ttl'] }],
    });
  });

  it.each<readonly [object, readonly string[] | null]>([
    [{ caCertificate: 'CA' }, null],
    [{ certificate: 'C', privateKey: 'K', caCertificate: 'CA' }, null],
    [{ certificate: 'C' }, ['privateKey']],
    [{ privateKey: 'K', caCertificate: 'CA' }, ['privateKey']],
    [{}, ['certificate']],
  ])('get certificates as the document pairs them: %j', async (certificates, field) => {
    expect(
      await mutate('importCertificate', '__typename', {
        domainId: 'poa:Domain:bakewell.example',
        ...certificates,
      }),
    ).toMatchObject({
      userErrors: field === null ? [] : [{ code: 'INVALID', field: ['input', ...field] }],
    });
  });

  it('have no catch-all here: that is eNom’s', async () => {
    expect(
      await mutate('setDomainCatchAll', '__typename', { domainId: 'poa:Domain:bakewell.example' }),
    ).toMatchObject({ userErrors: [{ code: 'UNSUPPORTED' }] });
  });
});
