import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import type { Backend } from '../../../src/model/index.js';
import { createMspcBackend } from '../../support/mspc-gateway.js';
import { runOperation } from '../../support/poa-gateway.js';
import { type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, methodOf, NAMESPACE } from './answers.js';

const LOGIN = { username: 'api', password: 'pässwort' };
const QUERY = '{ account(id: "mspc:Account:12") { id } node(id: "mspc:PackageAddon:3") { id } }';

let server: ScriptedServer;
let backend: Backend;

afterEach(async () => {
  await backend.close();
  await server.close();
});

async function ask(settings: Readonly<Record<string, unknown>> = {}, path = '/', log = createLog('silent')) {
  server = await startScriptedServer((request) =>
    answer(methodOf(request), null, String(settings.namespace ?? NAMESPACE)),
  );
  const url = new URL(path, server.url).href;
  backend = createMspcBackend({ url, ...LOGIN, ...settings }, log);
  await runOperation([backend], QUERY);
  return server.requests;
}

const basic = (password: string): string => `Basic ${Buffer.from(`api:${password}`).toString('base64')}`;

describe('a request', () => {
  it('goes to the service that has the method, with its SOAPAction in quotes', async () => {
    const requests = await ask();
    expect(requests.map(({ url, headers }) => [url, headers.soapaction])).toEqual([
      ['/esUsers.asmx', `"${NAMESPACE}/GetUserById"`],
      ['/esPackages.asmx', `"${NAMESPACE}/GetPackageAddon"`],
    ]);
    expect(requests[0]).toMatchObject({
      headers: { 'content-type': 'text/xml; charset=utf-8', authorization: basic('pässwort') },
      body: expect.stringContaining(
        `<soap:Body><GetUserById xmlns="${NAMESPACE}"><userId>12</userId></GetUserById></soap:Body>`,
      ) as string,
    });
  });

  it.each(['/panel', '/panel/'])('goes below the configured path %s', async (path) => {
    expect((await ask({}, path)).map(({ url }) => url)).toEqual([
      '/panel/esUsers.asmx',
      '/panel/esPackages.asmx',
    ]);
  });

  it('is in the configured namespace', async () => {
    const namespace = 'http://smbsaas/websitepanel/enterpriseserver';
    const [request] = await ask({ namespace });
    expect(request?.headers.soapaction).toBe(`"${namespace}/GetUserById"`);
    expect(request?.body).toContain(`<GetUserById xmlns="${namespace}">`);
  });

  it('carries the base64 of the password’s SHA-1 where that is wanted', async () => {
    const [request] = await ask({ passwordForm: 'sha1' });
    // The SHA-1 of "pässwort" in UTF-8.
    expect(request?.headers.authorization).toBe(basic('BR7+Bvi0sQeKBhFeAnvx2QNiUqA='));
  });

  it('has no login in its address or its body', async () => {
    for (const { url, body } of await ask()) expect(url + body).not.toMatch(/p%C3%A4sswort|pässwort|api/);
  });
});

describe('a password that most servers misread', () => {
  const linesOf = async (settings: Readonly<Record<string, unknown>>): Promise<string> => {
    const lines: string[] = [];
    await ask(settings, '/', createLog('warn', { write: (line: string) => lines.push(line) }));
    return lines.join('');
  };

  it('is warned of, without being said', async () => {
    const lines = await linesOf({ password: 'col:on' });
    expect(lines).toContain('passwordForm');
    expect(lines).not.toContain('col:on');
  });

  it('is not warned of where it travels as a hash, or is plain', async () => {
    expect(await linesOf({ passwordForm: 'sha1' })).toBe('');
    await backend.close();
    await server.close();
    expect(await linesOf({ password: 'pl4in!' })).toBe('');
  });
});
