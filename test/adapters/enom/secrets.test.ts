import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import type { Backend } from '../../../src/model/index.js';
import { createEnomSimulator } from '../../../src/sandbox/enom/server.js';
import { createEnomBackend } from '../../support/enom-gateway.js';
import { executeOperation } from '../../support/poa-gateway.js';
import { startScriptedServer } from '../../support/scripted-server.js';
import { answer, LOGIN, refusal } from './answers.js';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A log in memory, down to its finest lines. */
function recordingLog() {
  const lines: string[] = [];
  return { lines, log: createLog('trace', { write: (line: string) => lines.push(line) }) };
}

/** All that leaves the gateway: the answer, its errors with their causes, and the log. */
async function everythingToldBy(settings: Readonly<Record<string, unknown>>, query: string) {
  const { lines, log } = recordingLog();
  const backend: Backend = createEnomBackend(settings, { log });
  closing.push(() => backend.close());
  const result = await executeOperation([backend], query);
  const told = [JSON.stringify(result), ...lines];
  for (const error of result.errors ?? []) {
    for (let cause: unknown = error.originalError; cause instanceof Error; cause = cause.cause) {
      log.error({ err: cause });
      told.push(cause.message, cause.stack ?? '', JSON.stringify(cause));
    }
  }
  return [...told, ...lines].join('\n');
}

const MAIL = `{ domain(id: "enom:Domain:bergbahn.example") { emailBundles { id version } 
  mailboxes { nodes { id address login administrator sizeKiB forwarding { to } bundle { id } } } } }`;

describe('passwords of mailboxes, which older paks answer in clear text', () => {
  it('reach no answer, no error and no log', async () => {
    const simulator = await createEnomSimulator();
    closing.push(() => simulator.close());
    const { body } = await askPlainly(simulator.url);
    // What is to be kept back does arrive.
    expect(body).toContain('Gondel-2231');
    const told = await everythingToldBy(simulator.configuration, MAIL);
    expect(told).toContain('leitung@bergbahn.example');
    expect(told).not.toContain('Gondel-2231');
    expect(told).not.toContain('Fahrplan-77');
    expect(simulator.credentialsInUrl).toBe(0);
    expect(
      simulator.calls.every(({ params }) => (params as { credentialsIn: string }).credentialsIn === 'body'),
    ).toBe(true);
  });

  it.each([
    [
      'in a row that cannot be read',
      '<pop><username/><password>Gondel-2231</password><quota>x</quota></pop>',
    ],
    ['where a number is expected', '<pop><username>a</username><quota>Gondel-2231</quota></pop>'],
    ['in an answer that breaks off', '<pop><password>Gondel-2231'],
    ['in markup that is none', '<pop><password>Gondel-2231<</password></pop>'],
  ])('reach no error either %s', async (_, elements) => {
    const server = await startScriptedServer(() => answer(elements));
    closing.push(() => server.close());
    const told = await everythingToldBy(
      { url: server.url, ...LOGIN },
      '{ mailbox(id: "enom:Mailbox:b@x.example") { id } }',
    );
    expect(told).toContain('errors');
    expect(told).not.toContain('Gondel-2231');
  });
});

describe('the login of the account', () => {
  it('is masked where the service quotes it', async () => {
    const quoted = `pw=${encodeURIComponent(LOGIN.pw)} (${LOGIN.pw.replace('&', '&amp;')}) is wrong`;
    const server = await startScriptedServer(() => refusal(304155, quoted.replace(/&(?!amp;)/g, '&amp;')));
    closing.push(() => server.close());
    const backend = createEnomBackend({ url: server.url, ...LOGIN });
    closing.push(() => backend.close());
    const { errors } = await executeOperation(
      [backend],
      '{ emailExpirations(backend: "enom") { totalCount } }',
    );
    expect(errors?.[0]?.originalError).toMatchObject({ native: { message: 'pw=*** (***) is wrong' } });
  });

  it.each([
    ['no answer comes', undefined],
    ['nonsense comes', 'nonsense'],
    ['a refusal comes', refusal(713254, 'User not permitted from this IP address - 198.51.100.7')],
  ])('reaches no error and no log when %s', async (_, text) => {
    const server = await startScriptedServer((_request, response) => {
      if (text === undefined) response.destroy();
      return text;
    });
    closing.push(() => server.close());
    const told = await everythingToldBy(
      { url: server.url, ...LOGIN, retries: 0 },
      '{ emailExpirations(backend: "enom") { totalCount } }',
    );
    expect(told).toContain('errors');
    expect(told).not.toContain('s3cret');
  });
});

async function askPlainly(url: string): Promise<{ readonly body: string }> {
  const form = new URLSearchParams({
    command: 'GetPOP3',
    uid: 'resellid',
    pw: 'sandbox-enom',
    responsetype: 'xml',
    sld: 'bergbahn',
    tld: 'example',
  });
  return { body: await (await fetch(url, { method: 'POST', body: form })).text() };
}
