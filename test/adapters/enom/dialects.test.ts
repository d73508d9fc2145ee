import { afterEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/model/index.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, fieldsOf, LOGIN, pak, pop, refusal } from './answers.js';

let server: ScriptedServer;
let backend: Backend;

afterEach(async () => {
  await backend.close();
  await server.close();
});

async function ask(script: Script, query: string, settings: Readonly<Record<string, unknown>> = {}) {
  server = await startScriptedServer(script);
  backend = createEnomBackend({ url: `${server.url}interface.asp`, ...LOGIN, ...settings });
  return runOperation([backend], query);
}

const commands = () => server.requests.map(({ body }) => fieldsOf(body).command);

describe('what is sent to eNom', () => {
  it('is a form in the body of a POST, the login with it, and nothing in the URL', async () => {
    await ask(() => answer(''), '{ emailBundles(domain: "küchen-werk.co.uk") { id } }');
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.url).toBe('/interface.asp');
    expect(server.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(fieldsOf(server.requests[0]?.body ?? '')).toEqual({
      command: 'GetPOP3',
      uid: 'resellid',
      pw: 'Top-s3cret&more',
      responsetype: 'xml',
      sld: 'xn--kchen-werk-9db',
      tld: 'co.uk',
    });
  });

  it('asks for a mailbox by its local part alone', async () => {
    await ask(
      ({ body }) => answer(fieldsOf(body).command === 'GetPOP3' ? pop('a+b') : '<popforwarding/>'),
      '{ mailbox(id: "enom:Mailbox:a+b@x.example") { forwarding { to } } }',
    );
    expect(fieldsOf(server.requests[1]?.body ?? '')).toMatchObject({
      command: 'GetPOPForwarding',
      sld: 'x',
      tld: 'example',
      UserName: 'a+b',
    });
  });
});

describe('what eNom servers answer', () => {
  const EXPIRES = '{ domain(id: "enom:Domain:x.example") { expiresOn } }';
  const info = (expiration: string) =>
    answer(
      `<GetDomainInfo><domainname>x.example</domainname><status><expiration>${expiration}</expiration></status></GetDomainInfo>`,
    );

  it.each([
    ['5/3/2010 2:14:59 AM', '2010-05-03'],
    ['12/31/2010 11:59:59 PM', '2010-12-31'],
    ['<![CDATA[ 11/25/2015 ]]>', '2015-11-25'],
    ['2015-06-22 03:12:56.067', '2015-06-22'],
    ['Apr 01, 2013', '2013-04-01'],
    ['', null],
  ])('has the day of %s without a shift of zones', async (written, day) => {
    expect(await ask(() => info(written), EXPIRES)).toEqual({ data: { domain: { expiresOn: day } } });
  });

  it.each([
    ['Latin-1 by declaration', 'encoding="iso-8859-1"', 'text/xml', 'latin1'],
    ['Latin-1 by header', 'encoding="utf-8"', 'text/xml; Charset=iso-8859-1', 'latin1'],
    ['UTF-8 that calls itself UTF-16', 'encoding="utf-16"', 'text/xml', 'utf8'],
    ['UTF-8 by header', '', 'text/xml; Charset=utf-8', 'utf8'],
  ] as const)('is read as %s', async (_, declared, contentType, encoding) => {
    const result = await ask((_request, response) => {
      const mail = pop('jürgen', '<BundleId>1</BundleId>') + pak(1);
      const body = answer(mail).replace('encoding="utf-8"', declared);
      response.writeHead(200, { 'content-type': contentType }).end(Buffer.from(body, encoding));
      return undefined;
    }, '{ emailBundle(id: "enom:EmailBundle:x.example~1") { mailboxes { nodes { address } } } }');
    expect(result).toEqual({
      data: { emailBundle: { mailboxes: { nodes: [{ address: 'jürgen@x.example' }] } } },
    });
  });

  it('may come in pieces, without a length, after blank lines', async () => {
    const result = await ask((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml', connection: 'close' });
      for (const byte of Buffer.from(`\r\n\r\n${info('11/25/2015')}\r\n`)) response.write(Buffer.of(byte));
      response.end();
      return undefined;
    }, EXPIRES);
    expect(result).toEqual({ data: { domain: { expiresOn: '2015-11-25' } } });
  });

  it.each([
    ['<CatchAll>a@x.example</CatchAll>', 'a@x.example'],
    ['<success>True</success><ForwardTo>a@x.example</ForwardTo>', 'a@x.example'],
    ['<success>True</success><ForwardTo/>', null],
    ['', null],
  ])('has the catch-all of %s', async (elements, address) => {
    const result = await ask(
      ({ body }) => (fieldsOf(body).command === 'GetCatchAll' ? answer(elements) : info('')),
      '{ domain(id: "enom:Domain:x.example") { catchAll } }',
    );
    expect(result).toEqual({ data: { domain: { catchAll: address } } });
  });

  it.each([
    ['1', true],
    ['0', false],
    ['Locked', true],
    ['Not Locked', false],
    ['n/a', null],
  ])('has the lock %s', async (written, locked) => {
    const result = await ask(
      ({ body }) =>
        fieldsOf(body).command === 'GetRegLock' ? answer(`<reg-lock>${written}</reg-lock>`) : info(''),
      '{ domain(id: "enom:Domain:x.example") { registrarLock } }',
    );
    expect(result).toEqual({ data: { domain: { registrarLock: locked } } });
  });

  it.each([
    ['one', '<forwardto>a@b.example</forwardto><active>1</active>', { to: ['a@b.example'] }],
    [
      'several in one',
      '<forwardto>a@b.example; c@d.example</forwardto><active>1</active>',
      { to: ['a@b.example', 'c@d.example'] },
    ],
    ['one without a word on whether it is on', '<forwardto>a@b.example</forwardto>', { to: ['a@b.example'] }],
    ['one that is switched off', '<forwardto>a@b.example</forwardto><active>0</active>', null],
    ['none', '<forwardto/><active/>', null],
  ])('has %s forwarding', async (_, inside, forwarding) => {
    const result = await ask(
      ({ body }) =>
        answer(
          fieldsOf(body).command === 'GetPOP3'
            ? pop('a')
            : `<popforwarding>${inside}</popforwarding><Count>1</Count>`,
        ),
      '{ mailbox(id: "enom:Mailbox:a@x.example") { forwarding { to } } }',
    );
    expect(result).toEqual({ data: { mailbox: { forwarding } } });
  });

  it('may name the administrator’s flag in either way', async () => {
    const result = await ask(
      () => answer(pop('a', '<isadmin>1</isadmin>') + pop('b', '<admin>0</admin>')),
      '{ a: mailbox(id: "enom:Mailbox:a@x.example") { administrator } b: mailbox(id: "enom:Mailbox:b@x.example") { administrator } }',
    );
    expect(result).toEqual({ data: { a: { administrator: true }, b: { administrator: false } } });
  });

  it('may leave the name servers out of GetDomainInfo, and is then asked by GetDNS', async () => {
    const result = await ask(
      ({ body }) =>
        fieldsOf(body).command === 'GetDNS' ? answer('<dns>a.example</dns><dns>b.example</dns>') : info(''),
      '{ domain(id: "enom:Domain:x.example") { nameServers } }',
    );
    expect(result).toEqual({ data: { domain: { nameServers: ['a.example', 'b.example'] } } });
    expect(commands()).toEqual(['GetDomainInfo', 'GetDNS']);
  });

  it.each([
    ['free', 3],
    ['used', 7],
  ])('counts mailboxes that are %s in QtyAvailable where the settings say so', async (qtyAvailable, free) => {
    const result = await ask(
      () => answer(`<Paks>${pak(1, '<QtyPurchased>10</QtyPurchased><QtyAvailable>3</QtyAvailable>')}</Paks>`),
      '{ emailBundles(domain: "x.example") { quantity available } }',
      { qtyAvailable },
    );
    expect(result).toEqual({ data: { emailBundles: [{ quantity: 10, available: free }] } });
  });

  it('fails a search only where a row that cannot be read may be what is searched for', async () => {
    const result = await ask(
      () => answer(`${pop('', '<quota>1</quota>')}${pop('b', '<quotaused>0.5</quotaused>')}`),
      '{ mailbox(id: "enom:Mailbox:b@x.example") { sizeKiB } other: mailbox(id: "enom:Mailbox:c@x.example") { id } }',
    );
    expect(result).toMatchObject({
      data: { mailbox: { sizeKiB: '512' }, other: null },
      errors: [{ path: ['other'] }],
    });
  });
});

describe('refusals that are misses', () => {
  const QUERY = '{ domain(id: "enom:Domain:x.example") { id } }';

  it.each([
    [316153, {}, true],
    [316286, {}, true],
    [304152, {}, true],
    [304155, {}, false],
    [317153, {}, false],
    [304152, { missCodes: [] }, false],
    [999999, { missCodes: [999999] }, true],
  ])('are told by code %i with %j: %s', async (code, settings, isMiss) => {
    const result = await ask(() => refusal(code, 'no'), QUERY, settings);
    expect(result.data).toEqual({ domain: null });
    expect(result.errors === undefined).toBe(isMiss);
  });
});
