import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import type { Backend } from '../../../src/model/index.js';
import { createMspcBackend } from '../../support/mspc-gateway.js';
import { executeOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, fault } from './answers.js';

const QUERY = '{ account(id: "mspc:Account:12") { id login } }';
const FOUND = answer('GetUserById', '<UserId>12</UserId><Username>nordlicht</Username>');

let server: ScriptedServer;
let backend: Backend;
let logged: string[];

afterEach(async () => {
  await backend.close();
  await server.close();
});

async function ask(script: Script, settings: Readonly<Record<string, unknown>> = {}) {
  server = await startScriptedServer(script);
  logged = [];
  const log = createLog('info', { write: (line: string) => logged.push(line) });
  backend = createMspcBackend(
    { url: server.url, username: 'api', password: 'hunter2', timeoutMs: 400, retries: 0, ...settings },
    log,
  );
  const { data, errors } = await executeOperation([backend], QUERY);
  return { data, error: errors?.[0]?.originalError };
}

const withStatus =
  (status: number, body: string, contentType = 'text/xml; charset=utf-8'): Script =>
  (_, response) => {
    response.writeHead(status, { 'content-type': contentType }).end(body);
    return undefined;
  };

const HTML = '<!DOCTYPE html><html><body>hunter2 down<br></body></html>';

describe('answers that fail', () => {
  it.each<[string, Script, string]>([
    ['no answer at all', () => undefined, 'BACKEND_TIMEOUT'],
    [
      'a connection that closes before the answer',
      (_, response) => {
        response.destroy();
        return undefined;
      },
      'BACKEND_UNAVAILABLE',
    ],
    [
      'a connection that closes inside the answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': 5000 }).write(FOUND, () => response.destroy());
        return undefined;
      },
      'BACKEND_PROTOCOL_ERROR',
    ],
    ['half an answer', () => FOUND.slice(0, -20), 'BACKEND_PROTOCOL_ERROR'],
    ['an empty answer', () => '', 'BACKEND_PROTOCOL_ERROR'],
    ['a page with status 200', withStatus(200, HTML, 'text/html'), 'BACKEND_PROTOCOL_ERROR'],
    ['a page with status 500', withStatus(500, HTML, 'text/html'), 'BACKEND_UNAVAILABLE'],
    ['a page with status 503', withStatus(503, HTML, 'text/html'), 'BACKEND_UNAVAILABLE'],
    ['an envelope with status 500 that holds no fault', withStatus(500, FOUND), 'BACKEND_UNAVAILABLE'],
    [
      'status 400 without a body, as for a request that is no XML',
      withStatus(400, ''),
      'BACKEND_PROTOCOL_ERROR',
    ],
    ['status 404', withStatus(404, HTML, 'text/html'), 'BACKEND_PROTOCOL_ERROR'],
    [
      'a redirect',
      (_, response) => {
        response.writeHead(302, { location: 'http://other.example/' }).end();
        return undefined;
      },
      'BACKEND_PROTOCOL_ERROR',
    ],
    ['the answer to another method', () => answer('GetUserByUsername', null), 'BACKEND_PROTOCOL_ERROR'],
    [
      'an answer in another namespace',
      () => answer('GetUserById', null, 'urn:other'),
      'BACKEND_PROTOCOL_ERROR',
    ],
    [
      'an account without a number',
      () => answer('GetUserById', '<Username>x</Username>'),
      'BACKEND_PROTOCOL_ERROR',
    ],
    [
      'an account whose number is none',
      () => answer('GetUserById', '<UserId>hunter2</UserId>'),
      'BACKEND_PROTOCOL_ERROR',
    ],
    ['entities', () => `<!DOCTYPE a [<!ENTITY b "c">]>${FOUND}`, 'BACKEND_PROTOCOL_ERROR'],
    ['a fault with status 500', withStatus(500, fault('soap:Server', 'hunter2')), 'BACKEND_FAULT'],
    ['a fault with status 200', () => fault('soap:Server', 'hunter2'), 'BACKEND_FAULT'],
    ['a fault of no code', withStatus(500, fault('', 'hunter2')), 'BACKEND_FAULT'],
  ])('are told as what they are: %s', async (_case, script, code) => {
    const { data, error } = await ask(script);
    expect(data).toEqual({ account: null });
    expect(error).toMatchObject({ code, details: { backend: 'mspc' } });
    expect(`${String(error)}${JSON.stringify((error as { details?: unknown }).details)}`).not.toContain(
      'hunter2',
    );
  });

  it('cut off one that is too large', async () => {
    const { error } = await ask(() => answer('GetUserById', `<Comments>${'x'.repeat(5000)}</Comments>`), {
      maxResponseBytes: 4096,
    });
    expect(error).toMatchObject({ code: 'BACKEND_PROTOCOL_ERROR' });
  });

  it.each(['text/plain', 'text/html', ''])(
    'tell a refused login by the status alone: %s',
    async (contentType) => {
      const { error } = await ask(withStatus(401, '401 Access Denied', contentType));
      expect(error).toMatchObject({
        code: 'BACKEND_FAULT',
        message: 'Backend mspc refused the gateway’s login.',
        native: { backend: 'mspc', method: 'GetUserById', code: 'HTTP 401', message: null },
      });
    },
  );
});

describe('a fault', () => {
  it('leaves its text to the log', async () => {
    const { error } = await ask(
      withStatus(500, fault('soap:Server', 'Server was unable. --- C:\\panel\\x.cs')),
    );
    expect(error).toMatchObject({
      message: 'Backend mspc refused GetUserById.',
      native: { backend: 'mspc', method: 'GetUserById', code: 'Server', message: null },
    });
    const line = logged
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find(({ faultCode }) => faultCode);
    expect(line).toMatchObject({
      level: 'warn',
      method: 'GetUserById',
      faultCode: 'Server',
      faultString: 'Server was unable. --- C:\\panel\\x.cs',
    });
  });

  it('does not fill the log', async () => {
    await ask(withStatus(500, fault('soap:Server', 'x'.repeat(100_000))));
    expect(Math.max(...logged.map(({ length }) => length))).toBeLessThan(3_000);
  });
});

describe('the way to the panel', () => {
  it('is tried again when a connection breaks', async () => {
    let requests = 0;
    const { data } = await ask(
      (_, response) => {
        requests += 1;
        if (requests > 1) return FOUND;
        response.destroy();
        return undefined;
      },
      { retries: 1, timeoutMs: 5_000 },
    );
    expect(data).toEqual({ account: { id: 'mspc:Account:12', login: 'nordlicht' } });
    expect(requests).toBe(2);
  });

  it('is not tried again after a fault', async () => {
    await ask(withStatus(500, fault('soap:Server', 'no')), { retries: 2 });
    expect(server.requests).toHaveLength(1);
  });
});
