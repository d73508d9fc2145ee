import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../../src/log/index.js';
import { createEnomSimulator } from '../../../../src/sandbox/enom/server.js';
import { afterwards, type Misbehaviour } from '../../../../src/sandbox/misbehaviour.js';
import { createEnomBackend } from '../../../support/enom-gateway.js';
import { executeOperation } from '../../../support/poa-gateway.js';
import { recordWrites } from '../../../support/recorded-writes.js';
import { startScriptedServer } from '../../../support/scripted-server.js';
import { answer, fieldsOf, LOGIN, pop, refusal } from '../answers.js';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const PASSWORD = 'Tr0mmel+"wirbel"';
/** As it may be written on the way. */
const FORMS = [
  PASSWORD,
  'Tr0mmel',
  encodeURIComponent(PASSWORD),
  JSON.stringify(PASSWORD).slice(1, -1),
  'Gondel-2231',
];

const CREATE = `mutation ($password: String!) { createMailbox(input: { bundleId: "enom:EmailBundle:bergbahn.example~44120", address: "neu@bergbahn.example", password: $password }) {
  mailbox { id login administrator } userErrors { code message native { code message } } } }`;
const SET = `mutation ($password: String!) { setMailboxPassword(input: { mailboxId: "enom:Mailbox:leitung@bergbahn.example", password: $password }) {
  mailbox { id login administrator } userErrors { code message native { code message } } } }`;

/** All that two runs of a mutation leave behind: answers, errors with their causes, records and log lines. */
async function leftBehind(settings: Readonly<Record<string, unknown>>, mutation: string): Promise<string> {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => lines.push(line) });
  const backend = createEnomBackend({ writeTimeoutMs: 1_000, retries: 0, ...settings }, { log });
  closing.push(() => backend.close());
  const variables = { password: PASSWORD };
  const recorded = recordWrites([backend]);
  const answered = await recorded.run(mutation, variables);
  const executed = await executeOperation([backend], mutation, variables);
  const told = [JSON.stringify(answered), recorded.recordsText(), JSON.stringify(executed)];
  for (const error of executed.errors ?? []) {
    for (let cause: unknown = error.originalError; cause instanceof Error; cause = cause.cause) {
      log.error({ err: cause });
      told.push(cause.message, cause.stack ?? '', JSON.stringify(cause));
    }
  }
  return [...told, ...lines].join('\n');
}

const holdsNoPassword = (text: string) => {
  for (const form of FORMS) expect(text).not.toContain(form);
};

describe.each([
  ['createMailbox', CREATE, 'SetUpPOP3User'],
  ['setMailboxPassword', SET, 'ModifyPOP3'],
])('the password of %s', (_, mutation, command) => {
  it.each<Misbehaviour | undefined>([
    undefined,
    { kind: 'replyLost' },
    { kind: 'drop' },
    { kind: 'fault', message: 'Something went wrong' },
    { kind: 'answer', status: 200, contentType: 'text/xml', body: `<a>${PASSWORD}` },
    { kind: 'answer', status: 500, contentType: 'text/html', body: `<p>${PASSWORD}</p>` },
    afterwards({ kind: 'fault', message: PASSWORD }),
  ])('is in nothing that is left behind, simulator included: %j', async (misbehaviour) => {
    const simulator = await createEnomSimulator();
    closing.push(() => simulator.close());
    if (misbehaviour !== undefined) simulator.faults.next(command, misbehaviour, 2);
    holdsNoPassword(await leftBehind(simulator.configuration, mutation));
    expect(simulator.calls.map(({ method }) => method)).toContain(command);
    holdsNoPassword(JSON.stringify([simulator.calls, simulator.ledger]));
    expect(simulator.credentialsInUrl).toBe(0);
  });

  it('reaches the service, and is masked where that repeats it', async () => {
    const bodies: string[] = [];
    const server = await startScriptedServer(({ body }) => {
      bodies.push(body);
      if (fieldsOf(body).command === 'GetPOP3') return answer(mutation === SET ? pop('leitung') : '');
      const quoted = PASSWORD.replaceAll('"', '&quot;');
      return refusal(306156, `Password ${quoted} rejected`, `"${quoted}" again`);
    });
    closing.push(() => server.close());
    const text = await leftBehind({ url: server.url, ...LOGIN }, mutation);
    expect(bodies.filter((body) => fieldsOf(body).Password1 === PASSWORD)).toHaveLength(2);
    expect(text).toContain('WEAK_PASSWORD');
    expect(text).toContain('***');
    holdsNoPassword(text);
  });
});
