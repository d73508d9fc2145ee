import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createHsphereSimulator,
  type HsphereSimulator,
  type HsphereSimulatorOptions,
} from '../../../../src/sandbox/hsphere/server.js';
import { AT, accountId, call, faultString, operation, post, token, typed } from './hand-written.js';

async function start(options: HsphereSimulatorOptions = {}) {
  const panel = await createHsphereSimulator(options);
  onTestFinished(() => panel.close());
  return panel;
}

/** Everything that comes back over one connection, until the server closes it. */
async function rawExchange(panel: HsphereSimulator, body: string): Promise<string> {
  const { hostname, port, pathname } = new URL(panel.url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nHost: panel\r\nSOAPAction: ""\r\nContent-Type: text/xml\r\n` +
      `Connection: keep-alive\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}

describe('framing', () => {
  it('sends chunks by default, as Tomcat does', async () => {
    const panel = await start();
    const { headers, text } = await call(panel, 'getAccounts');
    expect(headers.get('transfer-encoding')).toBe('chunked');
    expect(headers.get('content-length')).toBeNull();
    expect(text).toMatch(/<\/soapenv:Envelope>$/);
  });

  it('tells the length where it is asked to', async () => {
    const panel = await start({ framing: 'sized' });
    const { headers, text } = await call(panel, 'getAccounts');
    expect(Number(headers.get('content-length'))).toBe(text.length);
  });

  it('answers like HTTP/1.0 where it is asked to: no length, and the connection closed', async () => {
    const panel = await start({ framing: 'http10' });
    const answer = await rawExchange(panel, operation('getAccounts', AT, token()));
    expect(answer).toMatch(/^HTTP\/1\.0 200 OK\r\n/);
    expect(answer).not.toMatch(/content-length|transfer-encoding/i);
    expect(answer).toMatch(/\r\n\r\n<\?xml [\s\S]*<\/soapenv:Envelope>$/);
    expect((await call(panel, 'getAccounts')).status).toBe(200);
    expect((await call(panel, 'nothing')).status).toBe(500);
  });

  it('sets cookies that are no name and value', async () => {
    const panel = await start();
    const first = await call(panel, 'getAccounts');
    const second = await call(panel, 'getAccounts');
    expect([first, second].map(({ headers }) => headers.get('set-cookie'))).toEqual(['0', '1']);
  });
});

describe('verbs', () => {
  it('greets a GET with a page, whatever the query', async () => {
    const panel = await start();
    for (const query of ['', '?wsdl']) {
      const response = await fetch(panel.url + query);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(await response.text()).toContain('AXIS service');
    }
  });

  it('refuses other verbs', async () => {
    const panel = await start();
    expect((await fetch(panel.url, { method: 'PUT', body: '' })).status).toBe(405);
  });
});

describe('the charset of a request', () => {
  const french = (encoding: string) =>
    operation(
      'suspendAccount',
      AT + accountId(5012) + typed('reason', 'string', 'à régler'),
      token(),
    ).replace('UTF-8', encoding);

  it.each([
    ['of the Content-Type', 'text/xml; charset=ISO-8859-1', 'UTF-8'],
    ['of the XML declaration', 'text/xml', 'ISO-8859-1'],
  ])('is that %s', async (_case, contentType, encoding) => {
    const panel = await start();
    const answer = await post(panel, Buffer.from(french(encoding), 'latin1'), { contentType });
    expect(answer.status).toBe(200);
    expect(panel.state.account(5012n).suspendedFor).toBe('à régler');
  });

  it('is that of the byte order mark', async () => {
    const panel = await start();
    const utf16 = Buffer.from(`\ufeff${french('UTF-16')}`, 'utf16le');
    expect((await post(panel, utf16, { contentType: 'text/xml' })).status).toBe(200);
    expect(panel.state.account(5012n).suspendedFor).toBe('à régler');
  });

  it.each([
    ['bytes that are not of it', Buffer.from(french('UTF-8'), 'latin1'), 'text/xml; charset=utf-8'],
    ['a charset that does not exist', Buffer.from(french('UTF-8')), 'text/xml; charset=klingon'],
  ])('makes %s a fault', async (_case, body, contentType) => {
    const panel = await start();
    expect(faultString(await post(panel, body, { contentType }))).toMatch(/^java\.io\.[A-Za-z]+Exception/);
  });

  it('is independent of the media type', async () => {
    const panel = await start();
    const answer = await post(panel, operation('getAccounts', AT, token()), { contentType: 'text/plain' });
    expect(answer.status).toBe(200);
  });
});
