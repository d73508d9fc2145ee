import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createHsphereSimulator,
  type HsphereSimulatorOptions,
} from '../../../../src/sandbox/hsphere/server.js';
import {
  AT,
  accountId,
  call,
  envelope,
  faultCode,
  faultString,
  operation,
  post,
  token,
  typed,
} from './hand-written.js';

async function start(options: HsphereSimulatorOptions = {}) {
  const panel = await createHsphereSimulator(options);
  onTestFinished(() => panel.close());
  return panel;
}

const AXIS = 'http://xml.apache.org/axis/';

describe('the form of a fault', () => {
  it('is status 500, a code, class name and message, and the host name', async () => {
    const panel = await start({ hostname: 'cp1.example' });
    const answer = await call(panel, 'deleteAccount', accountId(404));
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toBe('text/xml;charset=utf-8');
    expect(answer.text).toContain(
      '<soapenv:Body><soapenv:Fault><faultcode>soapenv:Server.userException</faultcode>' +
        '<faultstring>psoft.hsphere.sandbox.AccountNotFoundException: There is no account 404.</faultstring>' +
        `<detail><ns1:hostname xmlns:ns1="${AXIS}">cp1.example</ns1:hostname></detail></soapenv:Fault></soapenv:Body>`,
    );
  });

  it('has a stack trace in development mode, before the host name', async () => {
    const panel = await start({ development: true });
    const { text } = await call(panel, 'deleteAccount', accountId(404));
    expect(text).toMatch(
      /<detail><ns1:stackTrace [^>]*>psoft\.hsphere\.sandbox\.AccountNotFoundException: There is no account 404\.\n\tat psoft\.[\s\S]*\n<\/ns1:stackTrace><ns2:hostname /,
    );
  });

  it('declares Axis’s namespace for the codes that lie in it', async () => {
    const panel = await start({ development: true });
    const { text } = await call(panel, 'noSuchAction');
    expect(text).toContain(`<faultcode xmlns:ns1="${AXIS}">ns1:Client</faultcode>`);
    expect(text).toContain(`<ns2:stackTrace xmlns:ns2="${AXIS}">`);
    expect(text).toContain(`<ns3:hostname xmlns:ns3="${AXIS}">`);
  });

  it('escapes what it repeats of the request', async () => {
    const panel = await start();
    const login = typed('login', 'string', 'x');
    const answer = await call(
      panel,
      'addCredit',
      accountId(1) + typed('amount', 'double', '&lt;é&amp;"') + login,
    );
    expect(answer.text).toContain('For input string: &quot;&lt;&#xE9;&amp;&quot;&quot;</faultstring>');
  });

  it('never holds the password of the request', async () => {
    const panel = await start({ development: true });
    const texts = [
      await call(panel, 'deleteAccount', accountId(404)),
      await call(panel, 'deleteAccount', typed('accountId', 'int', 1)),
      await call(panel, 'deleteAccount', accountId(1), { password: 'very-secret-guess' }),
      await post(panel, operation('deleteAccount', AT, token()).slice(0, -60)),
    ].map(({ text }) => text);
    expect(texts.join('')).not.toMatch(/sandbox-hsphere|very-secret-guess/);
  });
});

describe('what comes before the action', () => {
  it('refuses a request without SOAPAction, in an indented fault', async () => {
    const panel = await start();
    const answer = await post(panel, operation('getAccounts', AT, token()), { soapAction: null });
    expect(answer.status).toBe(500);
    expect(faultCode(answer)).toBe('ns1:Client.NoSOAPAction');
    expect(faultString(answer)).toBe('no SOAPAction header!');
    expect(answer.text).toContain(`\n   <faultstring>`);
    expect(panel.calls).toEqual([]);
  });

  it.each(['', '""', '"urn:anything"', 'getAccounts'])('takes %j as SOAPAction', async (soapAction) => {
    const panel = await start();
    expect((await post(panel, operation('getAccounts', AT, token()), { soapAction })).status).toBe(200);
  });

  it.each([
    '/axis/services/AdminServices',
    '/axis/services/AdminServices/',
    '/axis/services/AdminServices?x=1',
  ])('goes by the URL %s, whatever the namespace of the body', async (path) => {
    const panel = await start();
    const body = operation('getAccounts', AT, token(), 'urn:whatever');
    expect((await post(panel, body, { path })).status).toBe(200);
  });

  it.each(['/axis/services', '/axis/services/', '/axis/services/Elsewhere', '/axis/servlet/AxisServlet'])(
    'goes by the namespace of the body where the URL %s names no service of it',
    async (path) => {
      const panel = await start();
      expect((await post(panel, operation('getAccounts', AT, token()), { path })).status).toBe(200);
      const lost = await post(panel, operation('getAccounts', AT, token(), 'urn:AdminServices'), { path });
      expect(lost.status).toBe(500);
      expect(faultCode(lost)).toBe('ns1:Server.NoService');
    },
  );

  it.each(['/', '/axis', '/services/AdminServices', '/axis/servicesX'])('has nothing at %s', async (path) => {
    const panel = await start();
    const answer = await post(panel, operation('getAccounts', AT, token()), { path });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it.each([
    [
      'another root',
      '<a/>',
      'soapenv:Server.userException',
      'org.xml.sax.SAXException: Bad envelope tag:  a',
    ],
    [
      'a SOAP 1.2 envelope',
      operation('getAccounts', AT, token()).replace(
        'http://schemas.xmlsoap.org/soap/envelope/',
        'http://www.w3.org/2003/05/soap-envelope',
      ),
      'soapenv:VersionMismatch',
      'Version Mismatch',
    ],
    ['an empty body', envelope(''), 'soapenv:Server.userException', 'java.lang.Exception: Body not found.'],
    [
      'a body of referents alone',
      envelope(token()),
      'soapenv:Server.userException',
      'java.lang.Exception: Body not found.',
    ],
    [
      'no body',
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"/>',
      'soapenv:Server.userException',
      'java.lang.Exception: Body not found.',
    ],
    [
      'a header that must be understood',
      operation('getAccounts', AT, token()).replace(
        '<soapenv:Body>',
        '<soapenv:Header><h:pay xmlns:h="urn:h" soapenv:mustUnderstand="1"/></soapenv:Header><soapenv:Body>',
      ),
      'soapenv:MustUnderstand',
      'Did not understand "MustUnderstand" header(s):{urn:h}pay',
    ],
  ])('refuses %s', async (_case, body, code, message) => {
    const panel = await start();
    const answer = await post(panel, body);
    expect([answer.status, faultCode(answer), faultString(answer)]).toEqual([500, code, message]);
  });

  it('ignores a header that need not be understood', async () => {
    const panel = await start();
    const body = operation('getAccounts', AT, token()).replace(
      '<soapenv:Body>',
      '<soapenv:Header><h:pay xmlns:h="urn:h"/></soapenv:Header><soapenv:Body>',
    );
    expect((await post(panel, body)).status).toBe(200);
  });
});
