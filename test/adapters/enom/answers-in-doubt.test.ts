import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import type { Backend } from '../../../src/model/index.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { runOperation } from '../../support/poa-gateway.js';
import { type Script, type ScriptedServer, startScriptedServer } from '../../support/scripted-server.js';
import { answer, LOGIN } from './answers.js';

describe('an answer of eNom that can be doubted', () => {
  let server: ScriptedServer;
  let backend: Backend;
  let lines: string[];

  afterEach(async () => {
    await backend.close();
    await server.close();
  });

  async function ask(script: Script, query: string) {
    lines = [];
    const log = createLog('trace', { write: (line: string) => lines.push(line) }).child({ backend: 'enom' });
    server = await startScriptedServer(script);
    backend = createEnomBackend({ url: server.url, ...LOGIN }, { log });
    return runOperation([backend], query);
  }

  const info = (name: string) =>
    answer(
      `<GetDomainInfo><domainname domainnameid="7">${name}</domainname><status><expiration>1/2/2030 12:00:00 AM</expiration></status></GetDomainInfo>`,
    );

  it('keeps the name that was asked for, whichever one it has', async () => {
    const result = await ask(
      () => info('other.example'),
      '{ domain(id: "enom:Domain:a.example") { id name nativeId } }',
    );
    expect(result).toEqual({
      data: { domain: { id: 'enom:Domain:a.example', name: 'a.example', nativeId: '7' } },
    });
  });

  it('is taken without Done when it is closed, with one line in the log that names the backend once', async () => {
    const result = await ask(
      () => info('a.example').replace('<Done>true</Done>', ''),
      '{ domain(id: "enom:Domain:a.example") { expiresOn } }',
    );
    expect(result).toEqual({ data: { domain: { expiresOn: '2030-01-02' } } });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.match(/"backend"/g)).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ backend: 'enom', method: 'GetDomainInfo' });
  });

  it('costs a row of what ends no more than the number of its bundle', async () => {
    const pop = (domain: string, id: string) =>
      `<pop><domain>${domain}</domain><bundleid>${id}</bundleid><expdate>1/2/2030 12:00:00 AM</expdate></pop>`;
    const result = await ask(
      () => answer(`<popexpirations>${pop('a.example', 'none')}${pop('b.example', '0012')}</popexpirations>`),
      '{ emailExpirations(backend: "enom") { nodes { domainName expiresOn bundle { id domain { name } } } } }',
    );
    expect(result).toEqual({
      data: {
        emailExpirations: {
          nodes: [
            { domainName: 'a.example', expiresOn: '2030-01-02', bundle: null },
            {
              domainName: 'b.example',
              expiresOn: '2030-01-02',
              bundle: { id: 'enom:EmailBundle:b.example~12', domain: { name: 'b.example' } },
            },
          ],
        },
      },
    });
    expect(server.requests).toHaveLength(1);
  });
});
