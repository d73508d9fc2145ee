import { afterEach, describe, expect, it } from 'vitest';
import { mspc } from '../../../adapters/mspc/index.js';
import { createLog } from '../../../src/log/index.js';
import type { Backend } from '../../../src/model/index.js';
import type { MspcSimulatorOptions } from '../../../src/sandbox/mspc/options.js';
import { SIBLING_METHODS } from '../../../src/sandbox/mspc/sibling-methods.js';
import { type MspcGateway, startMspcGateway } from '../../support/mspc-gateway.js';
import { runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, fault, methodOf } from './answers.js';

const PACKAGE = '{ package(id: "mspc:Package:17") { name } }';
const CAPABILITIES = '{ backends { capabilities } }';

describe('a server with the documented methods only', () => {
  let gateway: MspcGateway;
  const start = async (options: MspcSimulatorOptions = { without: SIBLING_METHODS }) => {
    gateway = await startMspcGateway(options);
  };
  afterEach(() => gateway.close());

  it('has no packages and no plans, and that is no error', async () => {
    await start();
    const result = await gateway.run(`{
      package(id: "mspc:Package:17") { name }
      hostingPlan(id: "mspc:HostingPlan:11") { name groups { name } }
      account(id: "mspc:Account:12") { login packages { totalCount } hostingPlans { totalCount }
        offered: hostingPlans(offered: true) { totalCount } }
      node(id: "mspc:PackageAddon:1") { id ... on PackageAddon { quantity package { id name } plan { id name } } }
    }`);
    expect(result).toEqual({
      data: {
        package: null,
        hostingPlan: null,
        account: { login: 'nordlicht', packages: null, hostingPlans: null, offered: null },
        node: {
          id: 'mspc:PackageAddon:1',
          quantity: 2,
          package: { id: 'mspc:Package:17', name: null },
          plan: { id: 'mspc:HostingPlan:15', name: null },
        },
      },
    });
  });

  it('has no addons and quotas of packages either', async () => {
    await start();
    const result = await gateway.run(`{ node(id: "mspc:PackageAddon:1") { ... on PackageAddon { package {
      addons { id } quotas { name } some: quotas(names: ["OS.Diskspace"]) { name } } plan { groups { name } quotas { name } } } } }`);
    expect(result).toEqual({
      data: {
        node: { package: { addons: null, quotas: null, some: null }, plan: { groups: null, quotas: null } },
      },
    });
  });

  it('lists accounts by the documented method, all at once', async () => {
    await start({ without: SIBLING_METHODS, poisonedAccount: false });
    const query =
      '{ accounts(backend: "mspc", first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { login contact { email phone { number } } } } }';
    const { data } = await gateway.run(query);
    expect(data).toMatchObject({
      accounts: {
        totalCount: 6,
        pageInfo: { hasNextPage: true },
        nodes: [
          {
            login: 'kuestenhost',
            contact: { email: 'frauke@kuestenhost.example', phone: { number: '+49 431 555010' } },
          },
          { login: 'alpenhost' },
        ],
      },
    });
    const after = (data as { accounts: { pageInfo: { endCursor: string } } }).accounts.pageInfo.endCursor;
    const next = await gateway.run(query.replace('first: 2', `first: 2, after: "${after}"`));
    expect(next.data).toMatchObject({
      accounts: { nodes: [{ login: 'tokyohost' }, { login: 'schnupper' }] },
    });
  });

  it('finds a package without its quotas where only these are missing', async () => {
    await start({ without: ['GetPackageContext', 'GetHostingPlanContext'] });
    const result = await gateway.run(`{ package(id: "mspc:Package:17") { name quotas { name } }
      hostingPlan(id: "mspc:HostingPlan:11") { name groups { name } quotas { name } } }`);
    expect(result).toEqual({
      data: {
        package: { name: 'Web Pro', quotas: null },
        hostingPlan: { name: 'Web Pro', groups: null, quotas: null },
      },
    });
    expect((await gateway.run(CAPABILITIES)).data).toEqual({
      backends: [{ capabilities: ['LIST_ACCOUNTS', 'READ_PACKAGES', 'READ_PLANS'] }],
    });
  });
});

describe('a method', () => {
  let server: ScriptedServer;
  let backend: Backend;
  afterEach(async () => {
    await backend.close();
    await server.close();
  });

  let time: number;
  let isUpgraded: boolean;
  let logged: string[];

  async function ask(script: Script, query = PACKAGE) {
    time = 1_000_000;
    isUpgraded = false;
    logged = [];
    server = await startScriptedServer(script);
    backend = mspc.create(
      'mspc',
      mspc.schema.parse({ url: server.url, username: 'api', password: 'secret', retries: 0 }),
      { log: createLog('info', { write: (line: string) => logged.push(line) }), now: () => time },
    );
    return runOperation([backend], query);
  }

  /** A method that is taken for missing is not asked for. */
  async function isTakenForMissing(): Promise<boolean> {
    const before = server.requests.length;
    await runOperation([backend], PACKAGE);
    return server.requests.length === before;
  }

  const FOUND = answer('GetPackage', '<PackageId>17</PackageId><PackageName>Web Pro</PackageName>');
  const refusal = { data: { package: null }, errors: [expect.objectContaining({ path: ['package'] })] };

  /** A server that has no method but UserExists, and GetPackage once it is upgraded. */
  const refuse: Script = (request) => {
    if (methodOf(request) === 'UserExists') return answer('UserExists', 'true');
    return isUpgraded && methodOf(request) === 'GetPackage' ? FOUND : fault('soap:Client', 'no');
  };

  it('that is missing is asked for twice, beside one that is not, and not again for ten minutes', async () => {
    expect(await ask(refuse)).toEqual({ data: { package: null } });
    expect(backend.capabilities).toEqual(['LIST_ACCOUNTS']);
    expect(server.requests.map(methodOf)).toEqual(['GetPackage', 'GetPackage', 'UserExists']);
    await runOperation([backend], PACKAGE);
    expect(server.requests).toHaveLength(3);
    time += 10 * 60_000 - 1;
    await runOperation([backend], PACKAGE);
    expect(server.requests).toHaveLength(3);
    time += 1;
    isUpgraded = true;
    expect(await runOperation([backend], PACKAGE)).toEqual({ data: { package: { name: 'Web Pro' } } });
    expect(backend.capabilities).toEqual(['LIST_ACCOUNTS', 'READ_PACKAGES']);
  });

  it('that is missing is a line of the log, with the level of a warning', async () => {
    await ask(refuse);
    expect(logged.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({ level: 'warn', method: 'GetPackage', msg: 'the panel has no such method' }),
    );
  });

  it('promises nothing before it has answered', async () => {
    await ask(() => FOUND, '{ __typename }');
    expect(backend.capabilities).toEqual(['LIST_ACCOUNTS']);
    await runOperation([backend], PACKAGE);
    expect(backend.capabilities).toEqual(['LIST_ACCOUNTS', 'READ_PACKAGES']);
  });

  it('shares with others that are missing the proof that the server understands', async () => {
    await ask(
      refuse,
      `{ package(id: "mspc:Package:17") { name } hostingPlan(id: "mspc:HostingPlan:11") { name } }`,
    );
    await runOperation([backend], '{ package(id: "mspc:Package:17") { name quotas { name } } }');
    expect(server.requests.map(methodOf).filter((method) => method === 'UserExists')).toHaveLength(1);
  });

  it.each([404, 405])('is missing when its place is, by the status %i', async (status) => {
    const result = await ask((request, response) => {
      if (methodOf(request) === 'UserExists') return answer('UserExists', 'true');
      response.writeHead(status, { 'content-type': 'text/html' }).end('<html></html>');
      return undefined;
    });
    expect(result).toEqual({ data: { package: null } });
  });

  it('that is missing is doubted once for all calls of a wave together', async () => {
    const result = await ask(
      (request, response) => (methodOf(request) === 'GetPackage' ? FOUND : refuse(request, response)),
      '{ package(id: "mspc:Package:17") { name quotas(names: ["a", "b", "c", "d"]) { name } } }',
    );
    expect(result).toEqual({ data: { package: { name: 'Web Pro', quotas: null } } });
    expect(server.requests.map(methodOf)).toEqual([
      'GetPackage',
      ...Array.from({ length: 5 }, () => 'GetPackageQuota'),
      'UserExists',
    ]);
  });

  it('is not taken for missing when the server refuses all methods alike', async () => {
    expect(await ask(() => fault('soap:Client', 'another namespace, or a wrong login'))).toMatchObject(
      refusal,
    );
    expect(await isTakenForMissing()).toBe(false);
  });

  it('is not taken for missing when the server says that it is to blame itself', async () => {
    expect(await ask(() => fault('soap:Server', 'no'))).toMatchObject(refusal);
    expect(server.requests).toHaveLength(1);
    expect(await isTakenForMissing()).toBe(false);
  });

  it('is not taken for missing when the same request is taken the second time', async () => {
    let asked = 0;
    const result = await ask(() => (++asked === 1 ? fault('soap:Client', 'unable to read request') : FOUND));
    expect(result).toMatchObject(refusal);
    expect((await runOperation([backend], PACKAGE)).data).toEqual({ package: { name: 'Web Pro' } });
  });

  it('is not taken for missing when the second request has no answer', async () => {
    let asked = 0;
    const result = await ask((_, response) => {
      asked += 1;
      if (asked === 1) return fault('soap:Client', 'no');
      response.destroy();
      return undefined;
    });
    expect(result).toMatchObject(refusal);
    expect(await isTakenForMissing()).toBe(false);
  });

  it('is not taken for missing when the vendor documents it', async () => {
    const result = await ask(() => fault('soap:Client', 'no'), '{ account(id: "mspc:Account:12") { id } }');
    expect(result.errors).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['soap:Client', 'SOAP 1.1'],
    ['soap:Client.NoSuchMethod', 'a code below it'],
    ['Client', 'a code without a prefix'],
    ['a:ActionNotSupported', 'the newest servers'],
  ])('is missing when the server blames the caller twice: %s, %s', async (code) => {
    const text = fault(code, 'no').replace(
      '<faultcode>',
      '<faultcode xmlns:a="http://schemas.microsoft.com/ws/2005/05/addressing/none">',
    );
    const result = await ask((request, response) =>
      methodOf(request) === 'GetPackage' ? text : refuse(request, response),
    );
    expect(result).toEqual({ data: { package: null } });
    expect(await isTakenForMissing()).toBe(true);
  });
});
