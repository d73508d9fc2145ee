import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getNamedType, graphql, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGatewaySchema } from '../../resolvers/schema.js';
import { createAudit } from '../../src/audit/index.js';
import { createContext } from '../../src/context.js';
import { formatError } from '../../src/errors/format-error.js';
import { createLog, describeError } from '../../src/log/index.js';
import { CallAborter, LOCAL_PRINCIPAL } from '../../src/model/index.js';
import { afterwards, type Misbehaviour } from '../../src/sandbox/misbehaviour.js';
import type { RecordedCall } from '../../src/sandbox/simulator.js';
import { Ledger } from '../../src/writes/ledger.js';
import { createLmdbRecordStore } from '../../src/writes/lmdb-record-store.js';
import type { WriteRecordStore } from '../../src/writes/write-record.js';
import { filledInput, type Secrets } from '../support/filled-input.js';
import { type FourPanels, startFourPanels } from '../support/four-panels.js';
import { secretInputs } from '../support/secret-inputs.js';

const SECRETS: Secrets = {
  password: 'Gr8Unsaid77',
  cardNumber: '4111111111111111',
  privateKey: 'UnsaidKeyMaterial0123456789',
};
const SECRET = /gr8unsaid77|4111111111111111|unsaidkeymaterial/i;

type Kind = keyof FourPanels['simulators'];
const KINDS: readonly Kind[] = ['poa', 'mspc', 'hsphere', 'enom'];

/** What mutations name, on each backend: objects that the simulators have. */
const IDS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  poa: {
    Account: '1000005',
    Subscription: '2000005',
    Domain: 'nordlicht.example',
    Mailbox: '5000001',
    Plan: '12',
    ServiceUser: '4000005',
    Store: '8000005',
  },
  mspc: { Account: '12', Package: '17', Addon: '1', Plan: '11' },
  hsphere: { Account: '5001' },
  enom: {
    Domain: 'nordlicht.example',
    Bundle: 'neuland.example~1004402',
    Mailbox: 'redaktion@nordlicht.example',
  },
};
const TYPES: Readonly<Record<string, string>> = {
  Plan: 'HostingPlan',
  Store: 'MailboxStore',
  Addon: 'PackageAddon',
  Bundle: 'EmailBundle',
};

/** A panel that does as it should, those that say what they were sent, and one that is silent. */
const MANNERS: ReadonlyArray<readonly [name: string, misbehave: ((sent: string) => Misbehaviour) | null]> = [
  ['properly', null],
  ['with a refusal that quotes', (sent) => ({ kind: 'fault', message: `${sent} is bad` })],
  ['with a page that quotes', (sent) => page(500, sent)],
  ['with nonsense that quotes, having done it', (sent) => afterwards(page(200, sent))],
  ['not at all, having done it', () => ({ kind: 'replyLost' })],
];

const page = (status: number, text: string): Misbehaviour => ({
  kind: 'answer',
  status,
  contentType: 'text/xml',
  body: `<html>${text}</br>`,
});

const schema = buildGatewaySchema();
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const logged: string[] = [];
const audited: string[] = [];
let panels: FourPanels;
let folder: string;
let store: WriteRecordStore;
let ledger: Ledger;
let runs = 0;

beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => logged.push(line) });
  panels = await startFourPanels({ log });
  folder = mkdtempSync(join(tmpdir(), 'hostgraph-secrets-'));
  store = createLmdbRecordStore(folder, { retentionMs: Number.MAX_SAFE_INTEGER });
  const report = (message: string, error: unknown) => log.error({ error: describeError(error) }, message);
  const { watch } = createAudit({ writeLine: (line) => audited.push(line), log });
  ledger = new Ledger({ store, secret: Buffer.alloc(32, 7), leaseMs: 60_000, report, watch });
});
afterAll(async () => {
  await panels.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const idsOf = (backend: Kind) =>
  Object.fromEntries(
    Object.entries(IDS[backend]).map(([name, id]) => [name, `${backend}:${TYPES[name] ?? name}:${id}`]),
  );

async function run(backend: Kind, mutation: (typeof mutations)[number], key: string): Promise<string> {
  const type = getNamedType(mutation.args[0]?.type);
  if (!isInputObjectType(type)) throw new Error(`${mutation.name} takes no input`);
  runs += 1;
  // One of every member, which panels refuse as a rule, and one that they take.
  const inputs = [
    filledInput(type, backend, idsOf(backend), SECRETS),
    secretInputs(SECRETS, `ada${runs}`)[backend][mutation.name],
  ]
    .filter((input) => input !== undefined)
    .map((input, index) => ({ ...input, idempotencyKey: `${backend}-${key}${index}` }));
  const source = `mutation ($input: ${type.name}!) { ${mutation.name}(input: $input) {
    userErrors { code message field native { backend method code message } } idempotencyKey } }`;
  const answers = [];
  for (const given of inputs) {
    const contextValue = createContext({
      principal: LOCAL_PRINCIPAL,
      requestId: 'test',
      sandbox: true,
      backends: panels.backends,
      signal: new CallAborter(),
      ledger,
    });
    const variableValues = { input: given };
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    answers.push({ data, errors: errors?.map((error) => formatError(error)) });
    const asked = await graphql({
      schema,
      source: `{ writeOutcome(idempotencyKey: "${given.idempotencyKey}") { state userErrors { message } } }`,
      contextValue,
    });
    answers.push(asked.data);
  }
  return JSON.stringify(answers);
}

/** The gateway's own login, on panels that get it with each call. */
const LOGIN: ReadonlySet<string> = new Set(['at', 'pw']);

/** What the simulators kept of all calls, and which methods were sent a secret of an input: some is hidden there. */
const keptCalls: string[] = [];
const methodsWithSecrets: Readonly<Record<Kind, Set<string>>> = {
  poa: new Set(),
  mspc: new Set(),
  hsphere: new Set(),
  enom: new Set(),
};

async function keepCalls(backend: Kind): Promise<void> {
  const { url, ledger: account = [] } = panels.simulators[backend];
  const kept = await (await fetch(`${new URL(url).origin}/_sandbox/calls`)).text();
  keptCalls.push(kept, JSON.stringify(account));
  const withoutLogin = (name: string, value: unknown) => (LOGIN.has(name) ? undefined : value);
  // What the control route answers is a list of these.
  for (const { method, params } of JSON.parse(kept) as RecordedCall[]) {
    if (JSON.stringify(params, withoutLogin)?.includes('***')) methodsWithSecrets[backend].add(method);
  }
}

describe.each(MANNERS)('secrets of an input, when the panel answers %s', (name, misbehave) => {
  it.each(KINDS)('are in no answer and no error of %s', { timeout: 60_000 }, async (backend) => {
    const simulator = panels.simulators[backend];
    for (const mutation of mutations) {
      simulator.reset();
      // A panel can quote what it was sent, and nothing else.
      const input = JSON.stringify(secretInputs(SECRETS, '')[backend][mutation.name]) ?? '';
      const sent = Object.values(SECRETS).filter((secret) => input.includes(secret));
      if (misbehave !== null)
        for (const method of methodsWithSecrets[backend])
          simulator.faults.next(method, misbehave(sent.join(' ')), 50);
      const answer = await run(backend, mutation, `${name.replaceAll(/\W/g, '-')}-${mutation.name}-`);
      expect(answer, mutation.name).not.toMatch(SECRET);
      await keepCalls(backend);
    }
  });
});

describe('after all these writes', () => {
  it('no secret is in the log, and something is', () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.filter((line) => SECRET.test(line))).toEqual([]);
  });

  it('no secret is in the audit, and every mutation that was sent one is', () => {
    const named = new Set(audited.map((line) => (JSON.parse(line) as { mutation: string }).mutation));
    const sent = Object.values(secretInputs(SECRETS, '')).flatMap((inputs) => Object.keys(inputs));
    expect(sent.filter((name) => !named.has(name))).toEqual([]);
    expect(audited.filter((line) => SECRET.test(line))).toEqual([]);
  });

  it('no secret is in the files of the records, and the records are', () => {
    const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
    expect(bytes.some((content) => content.includes('setAccountPassword'))).toBe(true);
    expect(bytes.filter((content) => SECRET.test(content))).toEqual([]);
  });

  it('no secret is in what the simulators keep, though they were sent them', () => {
    expect(keptCalls.filter((text) => SECRET.test(text))).toEqual([]);
    expect(methodsWithSecrets.poa).toContain('pem.addAccountMember');
    expect(methodsWithSecrets.poa).toContain('pem.importCertificate');
    expect(methodsWithSecrets.mspc).toContain('AddUser');
    expect(methodsWithSecrets.mspc).toContain('ChangeUserPassword');
    expect(methodsWithSecrets.hsphere).toContain('signupUser');
    expect(methodsWithSecrets.enom).toContain('SetUpPOP3User');
  });
});
