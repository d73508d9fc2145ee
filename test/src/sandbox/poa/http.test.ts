import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import type { Simulator } from '../../../../src/sandbox/simulator.js';
import { AUTHORIZATION, callText, clientOf, post, structParam } from './client.js';

const GOOD = callText('pem.getUserByLogin', structParam({ login: 'radke' }));

describe('POA simulator, HTTP', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await createPoaSimulator();
  });
  afterAll(() => simulator.close());

  it.each([
    ['none', {}],
    ['a wrong password', { authorization: `Basic ${btoa('api:wrong')}` }],
    ['a password that only starts right', { authorization: `Basic ${btoa('api:sandbox-poa2')}` }],
    ['another scheme', { authorization: AUTHORIZATION.replace('Basic', 'Bearer') }],
    ['an empty one', { authorization: '' }],
  ])('asks for HTTP Basic credentials when there is %s', async (_case, headers) => {
    const response = await fetch(simulator.url, { method: 'POST', headers, body: GOOD });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="POA Public API"');
  });

  it('takes the name of the scheme in any case', async () => {
    const authorization = AUTHORIZATION.replace('Basic', 'bAsIc');
    expect((await post(simulator, GOOD, { authorization })).status).toBe(200);
  });

  it.each(['/', '/RPC2'])('answers at %s', async (path) => {
    const call = clientOf(simulator, path);
    expect(await call('pem.getUserByLogin', { login: 'radke' })).toMatchObject({ status: 0 });
  });

  it('answers 404 elsewhere and 405 to other verbs', async () => {
    const headers = { authorization: AUTHORIZATION };
    const elsewhere = await fetch(new URL('/rpc2', simulator.url), { method: 'POST', headers, body: GOOD });
    expect(elsewhere.status).toBe(404);
    const read = await fetch(simulator.url, { headers });
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('does not look at the content type of a request', async () => {
    const response = await post(simulator, GOOD, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(await response.text()).toContain('<int>4000011</int>');
  });

  it('answers UTF-8 without naming it', async () => {
    const response = await post(
      simulator,
      callText('pem.getAccountInfo', structParam({ account_id: '<int>1000009</int>' })),
    );
    expect(response.headers.get('content-type')).toBe('text/xml');
    expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toContain('🚲 Radhaus 🛠️ GmbH');
  });

  it('answers refusals and faults with 200', async () => {
    expect((await post(simulator, callText('pem.getUsers'))).status).toBe(200);
    expect((await post(simulator, callText('pem.makeCoffee'))).status).toBe(200);
    expect((await post(simulator, 'no XML')).status).toBe(200);
  });

  it('answers an unknown method with a fault that the xmlrpc package understands', async () => {
    await expect(clientOf(simulator)('pem.makeCoffee', {})).rejects.toMatchObject({
      faultCode: -506,
      faultString: 'Unknown method pem.makeCoffee',
    });
  });

  it.each(['constructor', '__proto__', 'toString', ''])('knows no method named "%s"', async (name) => {
    const text = await (await post(simulator, callText(name, structParam({})))).text();
    expect(text).toContain('<fault>');
  });

  it.each([
    ['an empty body', ''],
    ['text', 'pem.getUsers'],
    ['an HTML page', '<!DOCTYPE html><html></html>'],
    ['a methodResponse', '<methodResponse><params/></methodResponse>'],
    ['half of a call', GOOD.slice(0, GOOD.length / 2)],
    ['two calls', GOOD + GOOD.replace(/<\?.*?\?>/, '')],
    [
      'an entity of its own',
      `<!DOCTYPE a [<!ENTITY x "y">]>${GOOD.replace(/<\?.*?\?>/, '').replace('radke', '&x;')}`,
    ],
    ['HTML entities', GOOD.replace('radke', '&nbsp;')],
    ['a bare ampersand', GOOD.replace('radke', 'a & b')],
    ['a bare less-than sign', GOOD.replace('radke', 'a < b')],
    ['a control character', GOOD.replace('radke', '\u0001')],
    ['a reference to a control character', GOOD.replace('radke', '&#1;')],
    ['elements nested too deeply', callText('a', '<param><value><array><data>'.repeat(2_000))],
    ['a megabyte of less-than signs', '<'.repeat(1_000_000)],
    ['an int beyond 32 bits', GOOD.replace('radke', '<int>2147483648</int>')],
    ['an int that is none', GOOD.replace('radke', '<int>12abc</int>')],
    ['a boolean that is none', GOOD.replace('radke', '<boolean>true</boolean>')],
    ['a double that is none', GOOD.replace('radke', '<double>NaN</double>')],
    ['a date that is none', GOOD.replace('radke', '<dateTime.iso8601>now</dateTime.iso8601>')],
    ['an element beyond the specification', GOOD.replace('radke', '<i8>1</i8>')],
    ['an encoding that is not UTF-8', GOOD.replace('"1.0"?', '"1.0" encoding="ISO-8859-1"?')],
    ['bytes that are no UTF-8', Buffer.from(GOOD.replace('radke', 'M\u00fcller'), 'latin1')],
    [
      'a member twice',
      callText(
        'pem.getUserByLogin',
        structParam({ login: 'radke' }).replace(/<member>.*<\/member>/, (member) => member + member),
      ),
    ],
  ])('answers %s with a fault and goes on', async (_case, body) => {
    const text = await (await post(simulator, body)).text();
    expect(text).toContain('<name>faultCode</name><value><int>-503</int></value>');
    expect((await post(simulator, GOOD)).status).toBe(200);
  });

  it('survives clients that break off, speak no HTTP or send too much', async () => {
    const port = Number(new URL(simulator.url).port);
    const head = `POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${AUTHORIZATION}\r\n`;
    for (const text of [
      `${head}Content-Length: 1000\r\n\r\n<methodCall>`,
      'nonsense\r\n\r\n',
      '\x16\x03\x01',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(text));
        socket.on('error', () => resolve()).on('close', () => resolve());
        socket.resume();
      });
    }
    await expect(post(simulator, Buffer.alloc(33 * 1024 * 1024, ' '))).rejects.toThrow();
    expect((await post(simulator, GOOD)).status).toBe(200);
  });

  it('records no call that it has not understood', async () => {
    simulator.reset();
    await post(simulator, GOOD, { authorization: 'Basic x' });
    await post(simulator, 'no XML');
    await post(simulator, callText('pem.makeCoffee'));
    expect(simulator.calls).toEqual([]);
  });
});
