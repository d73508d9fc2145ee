import { afterEach, describe, expect, it } from 'vitest';
import { poa } from '../../../../adapters/poa/index.js';
import { createLog } from '../../../../src/log/index.js';
import { afterwards, type Misbehaviour } from '../../../../src/sandbox/misbehaviour.js';
import { createPoaSimulator } from '../../../../src/sandbox/poa/server.js';
import { executeOperation } from '../../../support/poa-gateway.js';
import { mutationText, POA_MUTATIONS, SECRET } from '../../../support/poa-mutations.js';
import { recordWrites } from '../../../support/recorded-writes.js';
import { startScriptedServer } from '../../../support/scripted-server.js';
import { failure, int } from '../answers.js';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The word itself, and as JSON, XML or a URL would write its letters beyond ASCII. */
const FORMS = [SECRET, 'hunter2', encodeURIComponent(SECRET)];
const holdsNoSecret = (text: string) => {
  for (const form of FORMS) expect(text).not.toContain(form);
};

const WITH_SECRETS = Object.entries(POA_MUTATIONS).filter(([, { input }]) =>
  JSON.stringify(input).includes(SECRET),
);

/** All that two runs leave behind: answers, errors with their causes, records and log lines. */
async function leftBehind(entry: Readonly<Record<string, unknown>>, name: string): Promise<string> {
  const mutation = POA_MUTATIONS[name];
  if (mutation === undefined) throw new Error(`there is no example of ${name}`);
  const { input, selection } = mutation;
  const { kind: _, ...settings } = { ...entry, batch: { reads: 'off' } } as Record<string, unknown>;
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => lines.push(line) });
  const backend = poa.create('poa', poa.schema.parse(settings), { log });
  closing.push(() => backend.close());
  const recorded = recordWrites([backend]);
  const text = mutationText(name, selection);
  const answered = await recorded.run(text, { input });
  const executed = await executeOperation([backend], text, { input });
  const told = [JSON.stringify(answered), recorded.recordsText(), JSON.stringify(executed)];
  for (const error of executed.errors ?? []) {
    for (let cause: unknown = error.originalError; cause instanceof Error; cause = cause.cause) {
      log.error({ err: cause });
      told.push(cause.message, cause.stack ?? '', JSON.stringify(cause));
    }
  }
  return [...told, ...lines].join('\n');
}

describe.each(WITH_SECRETS)('a secret of %s', (name, { decisive }) => {
  it.each<Misbehaviour | undefined>([
    undefined,
    { kind: 'replyLost' },
    { kind: 'fault', message: SECRET },
    { kind: 'answer', status: 200, contentType: 'text/xml', body: `<a>${SECRET}` },
    { kind: 'answer', status: 500, contentType: 'text/html', body: `<p>${SECRET}</p>` },
    afterwards({ kind: 'fault', message: SECRET }),
  ])('is in nothing that is left behind, simulator included: %j', async (misbehaviour) => {
    const simulator = await createPoaSimulator();
    closing.push(() => simulator.close());
    if (misbehaviour !== undefined) simulator.faults.next(decisive, misbehaviour, 2);
    holdsNoSecret(await leftBehind(simulator.configuration, name));
    expect(simulator.calls.map(({ method }) => method)).toContain(decisive);
    holdsNoSecret(JSON.stringify([simulator.calls, simulator.ledger]));
  });

  it('is masked where a refusal of the panel repeats it', async () => {
    const server = await startScriptedServer(() =>
      failure({ extype_id: int(9), error_message: `<string>no ${SECRET}</string>` }),
    );
    closing.push(() => server.close());
    holdsNoSecret(await leftBehind({ url: server.url }, name));
  });
});

it('has secrets to look for', () => {
  expect(WITH_SECRETS.map(([name]) => name)).toEqual([
    'createAccount',
    'setAccountPassword',
    'addAccountMember',
    'updateAccountMember',
    'importCertificate',
    'createServiceUser',
    'setServiceUserPassword',
    'setMailboxPassword',
  ]);
});
