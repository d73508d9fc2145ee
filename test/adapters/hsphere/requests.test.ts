import { describe, expect, it } from 'vitest';
import { hsphere } from '../../../adapters/hsphere/index.js';
import { suspendAccount } from '../../../adapters/hsphere/operations/index.js';
import type { ScriptedRequest } from '../../support/scripted-server.js';
import { accounts, actionOf, answer, fault, quota } from './answers.js';
import { type ScriptedPanel, scriptPanels } from './scripted-panel.js';

const start = scriptPanels();

const ACCOUNT = '{ account(id: "hsphere:Account:7") { id } }';
const SIGNUP = '{ accountBySignup(backend: "hsphere", signupId: "13") { id } }';
const FOUND = { data: { accountBySignup: { id: 'hsphere:Account:1396' } } };
const found = answer('searchAccIdBySignupId', '1396');
function firstRequest({ server }: ScriptedPanel): ScriptedRequest {
  const [request] = server.requests;
  if (request === undefined) throw new Error('no request was made');
  return request;
}
const takesToken = (body: string) => body.includes('<at ');

describe('a request to H-Sphere', () => {
  it('carries login and account in a token, named parameters with their types, and a SOAPAction', async () => {
    const panel = await start(() => quota(1));
    await panel.run(ACCOUNT);
    const { headers, body, url } = firstRequest(panel);
    expect(url).toBe('/');
    expect(headers).toMatchObject({ soapaction: '""', 'content-type': 'text/xml; charset=utf-8' });
    expect(headers.authorization).toBeUndefined();
    expect(body).toContain(
      'xmlns:ns1="AdminServices"><at href="#id0"/><accountId xsi:type="xsd:long">7</accountId>',
    );
    expect(body).toContain(
      'xsi:type="tns:AuthToken"><accountId xsi:type="xsd:int">0</accountId><login xsi:type="xsd:string">admin</login>' +
        '<password xsi:type="xsd:string">pa&lt;ss&amp;word</password><role xsi:type="tns:Role" xsi:nil="true"/></multiRef>',
    );
  });

  it('says what the settings say', async () => {
    const panel = await start(() => quota(1), {
      accountId: 55566,
      role: { login: 'unix1609' },
      namespace: 'OtherServices',
      typeNamespace: 'urn:OtherServices',
      soapAction: 'urn:call',
      beans: 'inline',
    });
    await panel.run(ACCOUNT);
    const { headers, body } = firstRequest(panel);
    expect(headers.soapaction).toBe('"urn:call"');
    expect(body).toContain('xmlns:tns="urn:OtherServices"');
    expect(body).toContain(
      'xmlns:ns1="OtherServices"><at xsi:type="tns:AuthToken"><accountId xsi:type="xsd:int">55566</accountId>',
    );
    expect(body).toContain(
      '<role xsi:type="tns:Role"><accountId xsi:type="xsd:int">0</accountId><login xsi:type="xsd:string">unix1609</login></role></at>',
    );
  });

  it('sends text arguments so that they arrive as they are', async () => {
    const panel = await start(() => answer('checkUser', 'true'));
    const login = '<a>&"\']]> 😀';
    await panel.run('query ($login: String!) { loginAvailable(backend: "hsphere", login: $login) }', {
      login,
    });
    expect(panel.server.requests[0]?.body).toContain(
      '<login xsi:type="xsd:string">&lt;a&gt;&amp;"\']]&gt; 😀</login></ns1:checkUser>',
    );
  });

  it('is not made for an argument that XML cannot carry', async () => {
    const panel = await start(() => answer('checkUser', 'true'));
    const query = 'query ($login: String!) { loginAvailable(backend: "hsphere", login: $login) }';
    expect((await panel.run(query, { login: 'a\0b' })).errors).toHaveLength(1);
    expect(panel.server.requests).toEqual([]);
  });

  it('is never a write', async () => {
    const panel = await start(() => quota(1));
    const scope = { credentials: null, signal: new AbortController().signal };
    const params = { accountId: 7n, reason: 'x' };
    const [result] = await panel.backend.callAll([{ operation: suspendAccount, params }], scope);
    expect(result).toEqual(new Error('suspendAccount is not a read.'));
    expect(panel.server.requests).toEqual([]);
  });
});

describe('a search by signup', () => {
  it('carries the token, and costs one call where the method takes it', async () => {
    const panel = await start(() => found);
    expect(await panel.run(SIGNUP)).toEqual(FOUND);
    expect(panel.server.requests.map(({ body }) => takesToken(body))).toEqual([true]);
    expect(panel.server.requests[0]?.body).toContain('<signupId xsi:type="xsd:long">13</signupId>');
  });

  it('is sent without the token where the method does not take it, which is found out once', async () => {
    const panel = await start(({ body }, response) => {
      if (!takesToken(body)) return found;
      const text = fault(`No such operation '${actionOf(body)}'`, 'Server.userException');
      response.writeHead(500, { 'content-type': 'text/xml' }).end(text);
      return undefined;
    });
    expect(await panel.run(SIGNUP)).toEqual(FOUND);
    expect(await panel.run(SIGNUP)).toEqual(FOUND);
    expect(panel.server.requests.map(({ body }) => takesToken(body))).toEqual([true, false, false]);
  });

  it('is not sent again when the panel itself refuses it', async () => {
    const panel = await start(() => fault('psoft.hsphere.SignupException: unknown'));
    expect(await panel.codesOf(SIGNUP)).toEqual(['BACKEND_FAULT']);
    expect(panel.server.requests).toHaveLength(1);
  });

  it.each([
    ['on', true],
    ['off', false],
  ])('goes by the setting where there is one: %s', async (searchToken, carried) => {
    const misfit = fault("No such operation 'x'", 'Server.userException');
    const panel = await start(() => misfit, { searchToken, searchNamespace: 'http://axis.hsphere.psoft' });
    expect(await panel.codesOf(SIGNUP)).toEqual(['BACKEND_FAULT']);
    expect(panel.server.requests.map(({ body }) => takesToken(body))).toEqual([carried]);
    expect(panel.server.requests[0]?.body).toContain('xmlns:ns1="http://axis.hsphere.psoft"');
  });

  it.each(['0', '-1', '', ' '])('finds nothing where the panel answers %j', async (text) => {
    const panel = await start(() => answer('searchAccIdBySignupId', text));
    expect(await panel.run(SIGNUP)).toEqual({ data: { accountBySignup: null } });
  });
});

describe('the settings of an H-Sphere', () => {
  const entry = { url: 'http://127.0.0.1/', login: 'a', password: 'b' };

  it.each([
    ['an unknown setting', { passwrod: 'x' }],
    ['a rule that fits every fault', { faults: [{ code: 'NOT_FOUND' }] }],
    ['a rule whose expression is none', { faults: [{ messageRegex: '(', code: 'NOT_FOUND' }] }],
    ['a SOAPAction that would end the header', { soapAction: 'a"\r\nx: y' }],
    ['an account of more than 32 bits', { accountId: 2 ** 31 }],
    ['a role without a login', { role: { accountId: 1 } }],
  ])('refuse %s', (_, settings) => {
    expect(hsphere.schema.safeParse({ ...entry, ...settings }).success).toBe(false);
  });

  it('need an address and a login, and nothing else', async () => {
    expect(hsphere.schema.safeParse(entry).success).toBe(true);
    expect(hsphere.schema.safeParse({ url: entry.url }).success).toBe(false);
  });

  it('make no call by themselves', async () => {
    const panel = await start(() => accounts());
    expect(panel.backend.status).toBe('UP');
    expect(panel.server.requests).toEqual([]);
  });
});
