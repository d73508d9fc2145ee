import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXTYPE } from '../../../../src/sandbox/poa/refusal.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { type Call, clientOf } from './client.js';

const DOMAIN = 3000013; // on a host with IIS 7
const OLD_DOMAIN = 3000008; // on a host with IIS 6
const PROPERTIES = { verbs: 'GET,POST', script_engine: true, verify_if_exists: false };
const MAPPING = { engine: 'Perl', extension: '.cgi', enabled: true, properties: PROPERTIES };

const ON = { feature_name: 'ASP', enabled: true };
const PHP = { feature_name: 'PHP', enabled: true };

function withVerbs(verbs: string) {
  return { ...MAPPING, properties: { ...PROPERTIES, verbs } };
}

function defined(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

describe('POA simulator, IIS application mappings and webspace features', () => {
  let simulator: Simulator;
  let call: Call;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
    call = clientOf(simulator);
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  const resultOf = async (method: string, params: object) => (await call(method, params)).result;
  const mappings = (engine: string, domain_id = DOMAIN) =>
    resultOf('pem.iis.getDomainMappings', { domain_id, engine });

  it('adds a mapping to a domain, one alone and several at once', async () => {
    const { result } = await call('pem.iis.addDomainMapping', { domain_id: DOMAIN, ...MAPPING });
    const { mapping_id } = Object(result) as { mapping_id: number };
    expect(await resultOf('pem.iis.getDomainMapping', { mapping_id })).toEqual(MAPPING);
    const second = { ...MAPPING, extension: 'plx', enabled: false };
    expect(await call('pem.iis.bulkAddDomainMapping', { domain_id: DOMAIN, mappings: [second] })).toEqual({
      status: 0,
    });
    expect(await mappings('Perl')).toEqual([
      { mapping_id, ...MAPPING },
      { mapping_id: mapping_id + 1, ...second },
    ]);
  });

  it('adds all mappings of a list or none', async () => {
    const clash = { ...MAPPING, extension: 'CGI' };
    expect(
      await call('pem.iis.bulkAddDomainMapping', { domain_id: DOMAIN, mappings: [MAPPING, clash] }),
    ).toMatchObject({ status: -1, extype_id: EXTYPE.exists });
    expect(await mappings('Perl')).toEqual([]);
  });

  it('changes a mapping and turns it off', async () => {
    await call('pem.iis.updateDomainMapping', { mapping_id: 9200001, properties: PROPERTIES });
    await call('pem.iis.setDomainMappingEnabled', { mapping_id: 9200001, enabled: false });
    expect(await resultOf('pem.iis.getDomainMapping', { mapping_id: 9200001 })).toEqual({
      engine: 'PHP',
      extension: '.php',
      enabled: false,
      properties: PROPERTIES,
    });
  });

  it('sets a mapping back to its system mapping and removes one of its own', async () => {
    const template = await resultOf('pem.iis.getSystemMapping', { mapping_id: 9100011 });
    for (const mapping_id of [9200001, 9200002]) await call('pem.iis.resetDomainMapping', { mapping_id });
    expect(await mappings('PHP')).toEqual([{ mapping_id: 9200001, enabled: true, ...(template as object) }]);
  });

  it('treats a mapping as its own once its system mapping is gone', async () => {
    await call('pem.iis.deleteSystemMapping', { mapping_id: 9100011 });
    expect(await mappings('PHP')).toHaveLength(2);
    await call('pem.iis.resetDomainMapping', { mapping_id: 9200001 });
    expect(await call('pem.iis.getDomainMapping', { mapping_id: 9200001 })).toMatchObject({ extype_id: 4 });
  });

  it('destroys all mappings on a host and gives its domains the system mappings of its version', async () => {
    const { result } = await call('pem.iis.addSystemMapping', {
      iis_ver: 7,
      engine: 'Perl',
      extension: '.cgi',
      properties: PROPERTIES,
    });
    expect(await call('pem.iis.applySystemMappingsToHosts', { hosts: [101] })).toEqual({ status: 0 });
    expect(await mappings('PHP')).toEqual([expect.objectContaining({ extension: '.php', enabled: true })]);
    expect(await mappings('Perl')).toEqual([
      expect.objectContaining({ extension: '.pl' }),
      expect.objectContaining(MAPPING),
    ]);
    expect(result).toHaveProperty('mapping_id');
    expect(await mappings('PHP', OLD_DOMAIN)).toEqual([]);
  });

  it('lists system mappings of IIS 6 unless it is asked for those of IIS 7', async () => {
    const ids = async (params: object) =>
      ((await resultOf('pem.iis.getSystemMappings', { engine: 'PHP', ...params })) as object[]).map(
        (row) => Object(row).mapping_id as number,
      );
    expect(await ids({})).toEqual([9100005]);
    expect(await ids({ iis_ver: 7 })).toEqual([9100011]);
  });

  it('allows mappings to an engine only where the system does', async () => {
    const ssi = { ...MAPPING, engine: 'SSI' };
    const add = () => call('pem.iis.addDomainMapping', { domain_id: DOMAIN, ...ssi });
    expect(await add()).toMatchObject({ status: -1, extype_id: EXTYPE.wrongState });
    await call('pem.iis.updateSystemEngine', { engine: 'SSI', customizable: true });
    expect(await add()).toMatchObject({ status: -1, extype_id: EXTYPE.wrongState });
    await call('pem.iis.updateSystemEngine', { iis_ver: 7, engine: 'SSI', customizable: true });
    expect(await add()).toMatchObject({ status: 0 });
    expect(await resultOf('pem.iis.getSystemEngines', { iis_ver: 7 })).toContainEqual({
      engine: 'SSI',
      customizable: true,
    });
  });

  it('turns engines of a domain on and off with the features of its webspace', async () => {
    const active = async () =>
      ((await resultOf('pem.iis.getDomainEngines', { domain_id: DOMAIN })) as object[]).flatMap((row) =>
        Object(row).active === true ? [Object(row).engine as string] : [],
      );
    expect(await active()).toEqual(['ASP', 'ASP.NET2', 'PHP']);
    const features_list = [
      { feature_name: 'ASP.NET', enabled: true, feature_mode: 'v1.1' },
      { feature_name: 'Perl', enabled: true },
      { feature_name: 'ASP', enabled: false },
    ];
    await call('pem.iis.setWebspaceFeaturesInfo', { webspace_id: 7000005, features_list });
    expect(await active()).toEqual(['ASP.NET1.1', 'Perl', 'PHP']);
    expect(await resultOf('pem.iis.getWebspaceFeaturesInfo', { webspace_id: 7000005 })).toEqual([
      { feature_name: 'ASP', enabled: false },
      { feature_name: 'ASP.NET', enabled: true, feature_mode: 'v1.1' },
      { feature_name: 'Perl', enabled: true, feature_mode: 'ISAPI' },
      { feature_name: 'PHP', enabled: true, feature_mode: 'FastCGI' },
      { feature_name: 'SSI', enabled: false },
      { feature_name: 'ISAPIRewrite', enabled: false },
      { feature_name: 'ColdFusion', enabled: false },
    ]);
  });

  it('lists SharePoint sites with sizes beyond what a double holds', async () => {
    expect(await resultOf('pem.iis.getSubscriptionSharePointSites', { subscription_id: 2000019 })).toEqual([
      {
        domain_id: 3000027,
        domain_name: 'mithal.example',
        ip_address: '198.51.100.21',
        sharepoint_version: '2.0',
        content_quota: '-1',
        content_usage: '9007199254740993',
      },
    ]);
  });

  it('lets mappings and sites go with their domain', async () => {
    await call('pem.removeDomain', { domain_id: 3000026 });
    await call('pem.removeDomain', { domain_id: DOMAIN });
    expect(await resultOf('pem.iis.getSubscriptionSharePointSites', { subscription_id: 2000018 })).toEqual(
      [],
    );
    expect(await resultOf('pem.iis.getSubscriptionWebsites', { subscription_id: 2000018 })).toEqual([]);
    expect(await call('pem.iis.getDomainMapping', { mapping_id: 9200001 })).toMatchObject({ extype_id: 4 });
  });

  const features = (...features_list: object[]) => ({ webspace_id: 7000005, features_list });
  it.each<[string, string, object, number]>([
    ['an unknown engine', 'pem.iis.addDomainMapping', { ...MAPPING, engine: 'Ruby' }, 21],
    ['an engine in lower case', 'pem.iis.addDomainMapping', { ...MAPPING, engine: 'php' }, 21],
    ['an extension in use', 'pem.iis.addDomainMapping', { ...MAPPING, extension: 'PHP' }, 5],
    ['an extension with a blank', 'pem.iis.addDomainMapping', { ...MAPPING, extension: '. x' }, 21],
    ['an empty list of verbs', 'pem.iis.addDomainMapping', withVerbs(''), 21],
    ['an unknown verb', 'pem.iis.addDomainMapping', withVerbs('GET,PUT'), 21],
    ['a verb twice', 'pem.iis.addDomainMapping', withVerbs('GET,GET'), 21],
    ['properties without a member', 'pem.iis.addDomainMapping', { ...MAPPING, properties: {} }, 21],
    ['a mapping without its state', 'pem.iis.addDomainMapping', { ...MAPPING, enabled: undefined }, 21],
    ['an unknown domain', 'pem.iis.addDomainMapping', { ...MAPPING, domain_id: 7 }, 4],
    ['a domain without IIS', 'pem.iis.addDomainMapping', { ...MAPPING, domain_id: 3000005 }, 9],
    ['a version of IIS that there is not', 'pem.iis.getSystemEngines', { iis_ver: 5 }, 21],
    ['a version of IIS as text', 'pem.iis.getSystemEngines', { iis_ver: '6' }, 21],
    ['an unknown mapping', 'pem.iis.resetDomainMapping', { mapping_id: 9100001 }, 4],
    ['an unknown system mapping', 'pem.iis.getSystemMapping', { mapping_id: 9200001 }, 4],
    ['an unknown host', 'pem.iis.applySystemMappingsToHosts', { hosts: [101, 7] }, 4],
    ['a host that is no IIS', 'pem.iis.applySystemMappingsToHosts', { hosts: [103] }, 21],
    ['features of an Apache webspace', 'pem.iis.getWebspaceFeaturesInfo', { webspace_id: 7000003 }, 21],
    ['features of no webspace', 'pem.iis.getWebspaceFeaturesInfo', { webspace_id: 7 }, 4],
    ['an unknown feature', 'pem.iis.setWebspaceFeaturesInfo', features({ ...ON, feature_name: 'JSP' }), 21],
    ['a feature twice', 'pem.iis.setWebspaceFeaturesInfo', features(ON, ON), 21],
    ['PHP without a mode', 'pem.iis.setWebspaceFeaturesInfo', features({ ...ON, feature_name: 'PHP' }), 21],
    ['PHP as CGI', 'pem.iis.setWebspaceFeaturesInfo', features({ ...PHP, feature_mode: 'CGI' }), 21],
    ['a mode of ASP', 'pem.iis.setWebspaceFeaturesInfo', features({ ...ON, feature_mode: 'CGI' }), 21],
    ['an unknown mode', 'pem.iis.setWebspaceFeaturesInfo', features({ ...PHP, feature_mode: 'x' }), 21],
    ['sites of no subscription', 'pem.iis.getSubscriptionSharePointSites', { subscription_id: 7 }, 4],
  ])('refuses %s', async (_case, method, params, extype) => {
    const whole = method === 'pem.iis.addDomainMapping' ? { domain_id: DOMAIN, ...params } : params;
    expect(await call(method, defined(whole))).toMatchObject({ status: -1, extype_id: extype });
  });

  it('says which values it would take', async () => {
    const { error_message } = await call('pem.iis.getSystemEngines', { iis_ver: 5 });
    expect(error_message).toBe('Parameter iis_ver is one of 6, 7');
  });
});
