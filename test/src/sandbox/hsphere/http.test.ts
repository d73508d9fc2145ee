import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createHsphereSimulator,
  type HsphereSimulator,
  type HsphereSimulatorOptions,
} from '../../../../src/sandbox/hsphere/server.js';
import {
  AT,
  accountId,
  call,
  faultString,
  members,
  operation,
  post,
  returned,
  token,
  typed,
} from './hand-written.js';

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

describe('configuration', () => {
  it('is what a gateway needs to reach it', async () => {
    const panel = await start();
    expect(panel.kind).toBe('hsphere');
    expect(panel.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/axis\/services\/AdminServices$/);
    expect(panel.configuration).toEqual({
      kind: 'hsphere',
      url: panel.url,
      login: 'admin',
      password: 'sandbox-hsphere',
    });
  });
});

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

describe('record of calls', () => {
  it('holds the action and its parameters, nulls included', async () => {
    const panel = await start();
    await call(panel, 'suspendAccount', accountId(5012));
    expect(panel.calls).toEqual([
      {
        method: 'suspendAccount',
        params: {
          at: { accountId: 0, login: 'admin', password: '***', role: null },
          accountId: 5012,
          reason: null,
        },
      },
    ]);
  });

  it('holds refused calls, and a long that JSON cannot hold as its digits', async () => {
    const panel = await start();
    await call(panel, 'getQuota', accountId(9_223_372_036_854_775_807n));
    expect(panel.calls).toMatchObject([{ method: 'getQuota', params: { accountId: '9223372036854775807' } }]);
  });

  it('holds no password, no card number and no pair that is named like one', async () => {
    const panel = await start();
    const pair = (name: string) =>
      `<i xsi:type="soapenc:Array">${typed('i', 'string', name)}${typed('i', 'string', 'HUSH-value')}</i>`;
    const answer = await call(
      panel,
      'signupUser',
      typed('planId', 'int', 7003) +
        typed('periodId', 'int', 0) +
        typed('login', 'string', 'recordtest') +
        typed('password', 'string', 'HUSH-pass') +
        `<ci>${typed('country', 'string', 'FR')}</ci><bi/>` +
        `<pi>${typed('type', 'string', 'CC')}${typed('number', 'string', 'HUSH-card')}${typed('name', 'string', 'Jo')}</pi>` +
        typed('validateUser', 'boolean', true) +
        `<otherParams>${pair('ftp_password')}${pair('seller_id')}</otherParams>`,
    );
    expect(answer.status).toBe(200);
    expect(panel.calls[0]?.params).toMatchObject({
      password: '***',
      pi: { type: 'CC', number: '***', name: 'Jo' },
      otherParams: [
        ['ftp_password', '***'],
        ['seller_id', 'HUSH-value'],
      ],
    });
    const { origin } = new URL(panel.url);
    expect(await (await fetch(`${origin}/_sandbox/calls`)).text()).not.toMatch(
      /HUSH-(pass|card)|sandbox-hsphere/,
    );
  });

  it('does not hold what never became a call', async () => {
    const panel = await start();
    await call(panel, 'nothing');
    await call(panel, 'getQuota', typed('accountId', 'int', 1));
    await post(panel, 'no XML');
    expect(panel.calls).toEqual([]);
  });
});

describe('misbehaviour', () => {
  it('loses the reply after the work is done', async () => {
    const panel = await start();
    panel.faults.next('addCredit', { kind: 'replyLost' });
    const credit = accountId(5012) + typed('amount', 'double', '5');
    await expect(call(panel, 'addCredit', credit)).rejects.toThrow();
    expect(panel.state.ledger).toMatchObject([{ kind: 'credit', amount: 5 }]);
  });

  it('drops a connection before any work', async () => {
    const panel = await start();
    panel.faults.next('*', { kind: 'drop' });
    await expect(call(panel, 'deleteAccount', accountId(5012))).rejects.toThrow();
    expect(panel.state.accounts.has(5012n)).toBe(true);
    expect(panel.calls).toHaveLength(1);
  });

  it('answers a fault of the panel with the text asked for, and does no work', async () => {
    const panel = await start();
    panel.faults.next('deleteAccount', { kind: 'fault', message: 'Database <down>' });
    const answer = await call(panel, 'deleteAccount', accountId(5012));
    expect(answer.status).toBe(500);
    expect(faultString(answer)).toBe('psoft.hsphere.sandbox.SandboxException: Database <down>');
    expect(panel.state.accounts.has(5012n)).toBe(true);
  });

  it('breaks off in the middle of an answer', async () => {
    const panel = await start();
    panel.faults.next('getAccounts', { kind: 'truncated' });
    await expect(call(panel, 'getAccounts')).rejects.toThrow();
  });
});

describe('reset', () => {
  it('brings back data, ids, drawn numbers and cookies, and forgets calls and faults', async () => {
    const panel = await start({ engine: 'bare' });
    const before = await call(panel, 'getAccounts');
    await call(panel, 'deleteAccount', accountId(5012));
    await call(panel, 'changeQuota', accountId(5001) + typed('value', 'double', '1'));
    await call(panel, 'addCredit', accountId(5001) + typed('amount', 'double', '5'));
    panel.faults.next('*', { kind: 'drop' });
    panel.reset();
    expect(panel.calls).toEqual([]);
    expect(panel.state.ledger).toEqual([]);
    const after = await call(panel, 'getAccounts');
    expect(after.text).toBe(before.text);
    expect(after.headers.get('set-cookie')).toBe('0');
    expect(members(after, 'getAccountsReturn')).toContain('5012');
    expect(returned(await call(panel, 'getQuota', accountId(5001)), 'getQuotaReturn')).toBe('102400.0');
  });

  it('can be asked for over HTTP', async () => {
    const panel = await start();
    await call(panel, 'deleteAccount', accountId(5012));
    const { origin } = new URL(panel.url);
    expect((await fetch(`${origin}/_sandbox/reset`, { method: 'POST' })).status).toBe(200);
    expect(panel.state.accounts.has(5012n)).toBe(true);
    expect(panel.calls).toEqual([]);
  });
});
