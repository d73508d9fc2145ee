import { afterEach, describe, expect, it } from 'vitest';
import { backendKinds } from '../../adapters/index.js';
import { loadConfig } from '../../src/config/index.js';
import { createLog } from '../../src/log/index.js';
import type { Backend, CallScope } from '../../src/model/index.js';
import { createConfigFolder } from '../support/config-file.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.js';

const closers: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Mounted {
  readonly server: ScriptedServer;
  readonly backend: Backend;
  readonly logLines: readonly string[];
  call(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const LOGINS: Readonly<Record<string, string>> = {
  poa: 'username: api, password: p4ssw0rd',
  mspc: 'username: admin, password: p4ssw0rd',
  hsphere: 'login: admin, password: p4ssw0rd',
};

/** A backend with one descriptor file, configured as an operator does it, in front of a server that a test speaks for. */
async function mount(
  kind: 'poa' | 'mspc' | 'hsphere',
  path: string,
  descriptors: string,
  script: Script,
): Promise<Mounted> {
  const folder = createConfigFolder();
  const server = await startScriptedServer(script);
  folder.write('more.yaml', `descriptors: 1\nsource: a WSDL\n${descriptors}`);
  const entry = `{ kind: ${kind}, url: "${new URL(path, server.url).href}", ${LOGINS[kind]}, descriptors: [more.yaml] }`;
  const file = folder.write('hostgraph.yaml', `backends: { panel: ${entry} }`);
  const { kind: _kind, ...settings } = loadConfig({ file, env: {}, kinds: backendKinds }).backends.panel ?? {
    kind,
  };
  const logLines: string[] = [];
  const log = createLog('trace', { write: (line: string) => logLines.push(line) });
  const module = backendKinds[kind];
  // The configuration has been read by the schema of the kind.
  const backend = module.create('panel', settings as never, { log });
  closers.push(
    () => folder.remove(),
    () => server.close(),
    () => backend.close(),
  );
  const scope: CallScope = { credentials: null, signal: new AbortController().signal };
  return {
    server,
    backend,
    logLines,
    async call(method, params) {
      const operation = backend.operations.find((one) => one.method === method);
      if (operation === undefined) throw new Error(`There is no ${method}.`);
      if (operation.effect !== 'read') return backend.send?.({ operation, params }, scope);
      const [answer] = await backend.callAll([{ operation, params }], scope);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

const envelope = (body: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;

describe('a descriptor file on an MSPControl', () => {
  const FILE = `
protocol: document
service: esServers.asmx
namespace: urn:servers
methods:
  GetServer: { effect: read, params: { id: int }, result: string? }
  Restart: { service: /tools/Restart.asmx, wire: { action: "urn:x#r" }, params: { force: boolean }, result: int }
  UserExists: { service: /panel/esUsers.asmx, params: {}, result: int }
  GetPackage: { params: {}, result: int }`;

  it('adds methods of other services, each at its path, in its namespace and under its action', async () => {
    const { server, call } = await mount('mspc', '/panel/', FILE, ({ body }) =>
      body.includes('GetServer')
        ? envelope(
            '<GetServerResponse xmlns="urn:servers"><GetServerResult>web1</GetServerResult></GetServerResponse>',
          )
        : envelope('<RestartResponse xmlns="urn:servers"><RestartResult>0</RestartResult></RestartResponse>'),
    );
    expect(await call('GetServer', { id: 7 })).toBe('web1');
    expect(await call('Restart', { force: true })).toBe(0);
    expect(server.requests.map(({ url, headers }) => [url, headers.soapaction])).toEqual([
      ['/panel/esServers.asmx', '"urn:servers/GetServer"'],
      ['/tools/Restart.asmx', '"urn:x#r"'],
    ]);
    expect(server.requests[0]?.body).toContain('<GetServer xmlns="urn:servers"><id>7</id></GetServer>');
  });

  it('leaves a method that is there already as it is, and says so', async () => {
    const { backend, logLines } = await mount('mspc', '/', FILE, () => '');
    const found = backend.operations.filter(({ method }) => method === 'UserExists');
    expect(found).toHaveLength(1);
    expect(found[0]?.wire).toBeUndefined();
    const alike = backend.operations.filter(({ method }) => method === 'GetPackage');
    expect(alike.map(({ service }) => service)).toEqual(['esPackages.asmx', 'esServers.asmx']);
    expect(logLines.filter((line) => line.includes('is there already'))).toEqual([
      expect.stringContaining('"method":"UserExists"'),
    ]);
  });

  it('does not send what nobody has classed as a read a second time', async () => {
    const { server, call } = await mount('mspc', '/', FILE, (_request, response) => {
      response.destroy();
      return undefined;
    });
    await expect(call('Restart', { force: false })).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
    await expect(call('GetServer', { id: 1 })).rejects.toThrow();
    expect(server.requests).toHaveLength(4);
  });
});

describe('a descriptor file on an H-Sphere', () => {
  const TOKEN = `
types:
  Token: { type: struct, typeName: AuthToken, typeNamespace: "urn:their types", members: {
    accountId: int64, login: string?, password: { type: string, optional: true, secret: true } } }`;
  const FILE = `
protocol: encoded
service: DomainServices
namespace: urn:domains${TOKEN}
methods:
  getDomains: { effect: read, params: { in0: Token, accountId: int64 }, result: { type: array, of: string, item: item } }
  ping: { params: { a: { type: int, wireType: "xsd:short" } }, result: null }`;

  it('calls a service beside the configured one, with the login where its methods take it', async () => {
    const { server, backend, call } = await mount(
      'hsphere',
      '/axis/services/AdminServices',
      FILE,
      ({ body }) =>
        envelope(
          body.includes('getDomains')
            ? '<a:r xmlns:a="urn:domains"><x><item>a.example</item></x></a:r>'
            : '<a:pingResponse xmlns:a="urn:domains"/>',
        ),
    );
    const { params } = backend.operations.find(({ method }) => method === 'getDomains') ?? {};
    expect(Object.keys(params?.members ?? {})).toEqual(['accountId']);
    expect(await call('getDomains', { accountId: 5n })).toEqual(['a.example']);
    expect(await call('ping', { a: 1 })).toBeNull();
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/axis/services/DomainServices',
      '/axis/services/DomainServices',
    ]);
    const [first, second] = server.requests.map(({ body }) => body);
    expect(first).toContain('xmlns:ns1="urn:domains"');
    expect(first).toContain('xmlns:tns="urn:their types" xsi:type="tns:AuthToken"');
    expect(first).toMatch(/<in0 href="#id0"\/><accountId xsi:type="xsd:long">5</);
    expect(first).toContain(
      '<accountId xsi:type="xsd:long">0</accountId><login xsi:type="xsd:string">admin</login>',
    );
    expect(second).toContain('<a xsi:type="xsd:short">1</a>');
    expect(second).not.toContain('p4ssw0rd');
  });

  it('lets no caller give the token', async () => {
    const { server, call } = await mount('hsphere', '/axis/services/AdminServices', FILE, () => '');
    const token = { accountId: 1n, login: 'other', password: 'x' };
    await expect(call('getDomains', { accountId: 5n, in0: token })).rejects.toThrow();
    expect(server.requests.map(({ body }) => body.includes('other'))).not.toContain(true);
  });
});

describe('a descriptor file on a POA', () => {
  const FILE = `
protocol: xmlrpc
methods:
  pem.getThing: { effect: read, params: { id: int }, open: true, result: any? }
  pem.setThing: { params: {}, open: true, result: any? }`;
  const answer = (result: string) =>
    '<methodResponse><params><param><value><struct><member><name>status</name><value><int>0</int></value></member>' +
    `<member><name>result</name><value>${result}</value></member></struct></value></param></params></methodResponse>`;

  it('takes members that it does not name, and answers whatever comes', async () => {
    const { server, call } = await mount('poa', '/RPC2', FILE, () =>
      answer('<struct><member><name>name</name><value>x</value></member></struct>'),
    );
    expect(await call('pem.getThing', { id: 3, extra: ['a'] })).toEqual({ name: 'x' });
    expect(await call('pem.setThing', { deep: { a: 1 } })).toEqual({ name: 'x' });
    expect(server.requests[0]?.body).toContain('<name>id</name><value><int>3</int></value>');
    expect(server.requests[0]?.body).toContain('<name>extra</name><value><array>');
    expect(server.requests[1]?.body).toContain('<name>a</name><value><int>1</int></value>');
  });

  it('keeps its reads out of batches, since a miss may be told as a failure', async () => {
    const { backend } = await mount('poa', '/RPC2', FILE, () => '');
    expect(backend.operations.find(({ method }) => method === 'pem.getThing')?.missIsFailure).toBe(true);
  });
});

describe('a configuration that names descriptor files', () => {
  it('is told all that is wrong with them, with the file and the place in it', () => {
    const folder = createConfigFolder();
    closers.push(() => folder.remove());
    folder.write(
      'bad.yaml',
      'descriptors: 1\nprotocol: document\nsource: x\nmethods: { A: { effect: reads }, B: { params: { c: 3 } } }',
    );
    folder.write('worse.yaml', 'a: [');
    const entry = (files: string) =>
      `{ kind: mspc, url: "http://127.0.0.1:1/", username: a, password: b, descriptors: [${files}] }`;
    const file = folder.write(
      'hostgraph.yaml',
      `backends: { one: ${entry('bad.yaml, worse.yaml')}, two: ${entry('none.yaml')} }`,
    );
    expect(() => loadConfig({ file, env: {}, kinds: backendKinds })).toThrow(
      expect.objectContaining({
        problems: [
          {
            path: 'backends.one.descriptors[0]',
            message:
              'bad.yaml, methods.A.effect: must be unknown or read or idempotentWrite or write or money',
          },
          {
            path: 'backends.one.descriptors[0]',
            message: 'bad.yaml, methods.B.params.c: must be the name of a type, or a map with its type',
          },
          { path: 'backends.one.descriptors[1]', message: expect.stringContaining('worse.yaml, line 1') },
          {
            path: 'backends.two.descriptors[0]',
            message: expect.stringContaining('none.yaml cannot be read (ENOENT)'),
          },
        ],
      }),
    );
  });
});
