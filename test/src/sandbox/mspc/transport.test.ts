import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SIBLING_METHODS } from '../../../../src/sandbox/mspc/sibling-methods.js';
import { ADMIN, basic, envelope, NAMESPACE, startServer } from './enterprise-server.js';

const HEADERS = {
  'content-type': 'text/xml; charset=utf-8',
  soapaction: `"${NAMESPACE}/UserExists"`,
  authorization: basic(ADMIN),
};
const ASK = envelope('UserExists', '<username>nordlicht</username>');

describe('the address', () => {
  it('has the three services, whatever the case of the path', async () => {
    const server = await startServer();
    const answer = await server.post(ASK, HEADERS, 'ESUSERS.ASMX');
    expect(answer.result).toBe('true');
  });

  it('is unknown for other services', async () => {
    const server = await startServer();
    const answer = await server.post(ASK, HEADERS, 'esServers.asmx');
    expect(answer.status).toBe(404);
  });

  it('keeps methods to their service', async () => {
    const server = await startServer();
    const answer = await server.post(ASK, HEADERS, 'esPackages.asmx');
    expect(answer.fault).toContain('Server did not recognize the value of HTTP Header SOAPAction');
  });

  it('takes POST only', async () => {
    const server = await startServer();
    const response = await fetch(new URL('esUsers.asmx?WSDL', server.simulator.url));
    expect(response.status).toBe(405);
    expect(server.simulator.calls).toEqual([]);
  });
});

describe('Basic authentication', () => {
  it.each([
    ['no header', undefined],
    ['another scheme', 'Bearer c2VydmVyYWRtaW4='],
    ['a scheme in lower case', basic(ADMIN).replace('Basic', 'basic')],
    ['an unknown user', basic('nobody:sandbox-mspc')],
    ['a wrong password', basic('serveradmin:guess')],
    ['a user whose name is not ASCII', basic('müller:sandbox-secret-müller')],
  ])('answers 401 in plain text for %s', async (_, authorization) => {
    const server = await startServer({ realm: 'Panel' });
    const { authorization: __, ...others } = HEADERS;
    const answer = await server.post(
      ASK,
      authorization === undefined ? others : { ...others, authorization },
    );
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Basic Realm="Panel"');
    expect(answer.text).toBe('401 Access Denied');
    expect(server.simulator.calls).toEqual([]);
  });

  it.each([
    ['no colon', basic('serveradmin')],
    ['broken base64', 'Basic ***'],
  ])('faults on credentials with %s', async (_, authorization) => {
    const server = await startServer();
    const answer = await server.post(ASK, { ...HEADERS, authorization });
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('<faultcode>soap:Server</faultcode>');
  });

  it('takes the base64 of the password’s SHA-1 in its stead', async () => {
    const server = await startServer();
    const hashed = createHash('sha1').update('sandbox-mspc').digest('base64');
    const answer = await server.post(ASK, { ...HEADERS, authorization: basic(`serveradmin:${hashed}`) });
    expect(answer.result).toBe('true');
  });

  it('cuts a password at its first colon', async () => {
    const server = await startServer();
    await server.users('ChangeUserPassword', '<userId>12</userId><password>ab:cd</password>');
    const whole = await server.users('UserExists', '', 'nordlicht:ab:cd');
    expect(whole.status).toBe(401);
    await server.users('ChangeUserPassword', '<userId>12</userId><password>ab</password>');
    const cut = await server.users('UserExists', '', 'nordlicht:ab:cd');
    expect(cut.status).toBe(200);
  });

  it('lets suspended accounts read', async () => {
    const server = await startServer();
    const answer = await server.users('UserExists', '', 'fjord:sandbox-secret-fjord');
    expect(answer.result).toBe('false');
  });

  it('is not asked for by esAuthentication', async () => {
    const server = await startServer();
    const answer = await server.post(
      envelope('AuthenticateUser', '<username>nobody</username>'),
      { 'content-type': 'text/xml', soapaction: `"${NAMESPACE}/AuthenticateUser"` },
      'esAuthentication.asmx',
    );
    expect(answer.result).toBe('-109');
  });
});

describe('SOAPAction', () => {
  it.each([
    ['an unknown method', `"${NAMESPACE}/GetEverything"`],
    ['another namespace', '"http://smbsaas/websitepanel/enterpriseserver/UserExists"'],
    ['the namespace in other case', `"${NAMESPACE.replace('MSPC', 'mspc')}/UserExists"`],
    ['no quotes', `${NAMESPACE}/UserExists`],
    ['a name that every object has', `"${NAMESPACE}/constructor"`],
    ['nothing in quotes', '""'],
  ])('is refused for %s', async (_, soapaction) => {
    const server = await startServer();
    const answer = await server.post(ASK, { ...HEADERS, soapaction });
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('<faultcode>soap:Client</faultcode>');
    expect(answer.fault).toContain('Server did not recognize the value of HTTP Header SOAPAction');
    expect(server.simulator.calls).toEqual([]);
  });

  it('is required', async () => {
    const server = await startServer();
    const { soapaction: _, ...others } = HEADERS;
    const answer = await server.post(ASK, others);
    expect(answer.fault).toContain('Unable to handle request without a valid action parameter');
  });

  it('does not reach methods that this server lacks', async () => {
    const server = await startServer({ without: ['GetPackages'] });
    const missing = await server.packages('GetPackages', '<userId>12</userId>');
    expect(missing.fault).toContain('Server did not recognize');
    const there = await server.packages('GetMyPackages', '<userId>12</userId>');
    expect(there.status).toBe(200);
  });

  it('reaches the documented methods of a server that has no others', async () => {
    const server = await startServer({ without: SIBLING_METHODS });
    const addon = await server.packages('GetPackageAddon', '<packageAddonId>1</packageAddonId>');
    expect(addon.status).toBe(200);
    const addons = await server.packages('GetPackageAddons', '<packageId>17</packageId>');
    expect(addons.fault).toContain('Server did not recognize');
  });

  it('follows the namespace that the server is told', async () => {
    const namespace = 'http://smbsaas/solidcp/enterpriseserver';
    const server = await startServer({ namespace });
    const answer = await server.call('esUsers', 'UserExists', '<username>alpine</username>', { namespace });
    expect(answer.text).toContain(`<UserExistsResponse xmlns="${namespace}">`);
    expect(server.simulator.configuration).toMatchObject({ namespace });
  });
});

describe('the envelope', () => {
  it('must be SOAP 1.1', async () => {
    const server = await startServer();
    const body = ASK.replace(
      'http://schemas.xmlsoap.org/soap/envelope/',
      'http://www.w3.org/2003/05/soap-envelope',
    );
    const answer = await server.post(body, HEADERS);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('<faultcode>soap:VersionMismatch</faultcode>');
  });

  it('must be text/xml', async () => {
    const server = await startServer();
    const answer = await server.post(ASK, { ...HEADERS, 'content-type': 'application/json' });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toContain('Request format is unrecognized.');
  });

  it('may hold addressing headers, and the answer relates to their message id', async () => {
    const server = await startServer();
    const header =
      '<s:Header><a:MessageID xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" s:mustUnderstand="1">urn:uuid:7</a:MessageID></s:Header><s:Body>';
    const answer = await server.post(ASK.replace('<s:Body>', header), HEADERS);
    expect(answer.text).toContain('<wsa:RelatesTo>urn:uuid:7</wsa:RelatesTo>');
    expect(answer.text).toContain(`<wsa:Action>${NAMESPACE}/UserExistsResponse</wsa:Action>`);
  });

  it('has no header in the answer where the server adds none', async () => {
    const server = await startServer({ addressingHeaders: false });
    const answer = await server.post(ASK, HEADERS);
    expect(answer.text).toBe(
      `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body><UserExistsResponse xmlns="${NAMESPACE}"><UserExistsResult>true</UserExistsResult></UserExistsResponse></soap:Body></soap:Envelope>`,
    );
  });

  it('may not hold other headers that must be understood', async () => {
    const server = await startServer();
    const header = '<s:Header><x:Trace xmlns:x="urn:x" s:mustUnderstand="1"/></s:Header><s:Body>';
    const answer = await server.post(ASK.replace('<s:Body>', header), HEADERS);
    expect(answer.text).toContain('<faultcode>soap:MustUnderstand</faultcode>');
  });

  it('faults on a security header, since the message is then taken for a signed one', async () => {
    const server = await startServer();
    const header =
      '<s:Header><w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"/></s:Header><s:Body>';
    const answer = await server.post(ASK.replace('<s:Body>', header), HEADERS);
    expect(answer.text).toContain('<faultcode>soap:Server</faultcode>');
  });
});

describe('faults', () => {
  it('hold a stack trace with paths for callers on the same machine', async () => {
    const server = await startServer();
    const answer = await server.users('UpdateUser', '');
    expect(answer.fault).toContain('System.NullReferenceException: Object reference not set');
    expect(answer.fault).toContain('Dispatcher.cs:line 212');
    expect(answer.text).toContain('<detail />');
  });

  it('hold messages only for others', async () => {
    const server = await startServer({ stackTraces: false });
    const answer = await server.users('UpdateUser', '');
    expect(answer.fault).toBe(
      'Server was unable to process request. ---&gt; Object reference not set to an instance of an object.',
    );
  });
});
