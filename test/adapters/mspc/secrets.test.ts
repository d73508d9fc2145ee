import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import type { Backend } from '../../../src/model/index.js';
import { createMspcSimulator } from '../../../src/sandbox/mspc/server.js';
import { createMspcBackend } from '../../support/mspc-gateway.js';
import { executeOperation } from '../../support/poa-gateway.js';
import { type Script, startScriptedServer } from '../../support/scripted-server.js';
import { answer, fault, methodOf } from './answers.js';

const SECRET = 'hunter2-S3cret';
const QUERY = `{
  account(id: "mspc:Account:12") { id login nativeKind nativeStatus contact { firstName email phone { number } } }
  accountByLogin(backend: "mspc", login: "nordlicht") { id login }
  accounts(backend: "mspc", owner: "mspc:Account:3", recursive: true) { nodes { login contact { email fax { number } } } }
}`;

let stop: () => Promise<void>;
let backend: Backend;
afterEach(async () => {
  await backend.close();
  await stop();
});

/** Everything that leaves the gateway: answers, errors with all that hangs on them, and the log. */
async function everythingSaid(entry: Readonly<Record<string, unknown>>): Promise<string> {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => lines.push(line) });
  backend = createMspcBackend({ retries: 0, ...entry }, log);
  const { data, errors = [] } = await executeOperation([backend], QUERY);
  const said = errors.map(({ message, originalError, stack }) => {
    const { details } = (originalError ?? {}) as { details?: unknown };
    return [message, stack, String(originalError), JSON.stringify(details)].join('\n');
  });
  return [JSON.stringify(data), ...said, ...lines].join('\n');
}

const withScript = async (script: Script): Promise<string> => {
  const server = await startScriptedServer(script);
  stop = () => server.close();
  return everythingSaid({ url: server.url, username: 'api', password: SECRET });
};

describe('passwords', () => {
  it('that the panel hands out reach nobody', async () => {
    const simulator = await createMspcSimulator({ showPasswords: true });
    stop = () => simulator.close();
    const said = await everythingSaid(simulator.configuration);
    expect(said).toContain('nordlicht');
    expect(said).not.toContain('sandbox-secret');
    expect(said).not.toContain('sandbox-mspc');
  });

  it.each<[string, Script]>([
    [
      'an account that has one in all places',
      (request) =>
        answer(
          methodOf(request),
          `<UserId>12</UserId><Password>${SECRET}</Password><password>${SECRET}</password>` +
            `<AdditionalParams>${SECRET}</AdditionalParams><Comments>${SECRET}</Comments>`,
        ),
    ],
    [
      'a value that cannot be read',
      (request) => answer(methodOf(request), `<UserId>${SECRET}</UserId><RoleId>${SECRET}</RoleId>`),
    ],
    ['a page', () => `<html>${SECRET}</html>`],
    ['XML that is none', () => `<${SECRET}`],
    [
      'an attribute that is none',
      (request) => answer(methodOf(request), `<UserId ${SECRET}="1" ${SECRET}="2"/>`),
    ],
  ])('in answers reach nobody: %s', async (_case, script) => {
    expect(await withScript(script)).not.toContain(SECRET);
  });

  it('of the gateway’s own login do not reach the log when a fault quotes them', async () => {
    const said = await withScript((_, response) => {
      const text = fault('soap:Server', `login ${SECRET} failed`);
      response.writeHead(500, { 'content-type': 'text/xml' }).end(text);
      return undefined;
    });
    expect(said).toContain('login *** failed');
    expect(said).not.toContain(SECRET);
  });
});
