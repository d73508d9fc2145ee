import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditFile } from '../../../src/audit/audit-file.js';
import { createAudit, openAudit } from '../../../src/audit/index.js';
import { createLog, type Log } from '../../../src/log/index.js';
import type { WriteEvent } from '../../../src/writes/write-event.js';

const NOW = Date.parse('2026-05-01T12:00:00Z');
const EVENT: WriteEvent = {
  event: 'ended',
  requestId: 'req-1',
  error: null,
  record: {
    principalId: 'shop',
    key: 'key-1',
    mutation: 'createMailbox',
    backend: 'enom',
    kind: 'ENOM',
    inputDigest: 'd'.repeat(64),
    run: 'run-1',
    state: 'PARTIAL',
    sent: true,
    startedAt: NOW - 1_000,
    endedAt: NOW,
    leaseUntil: 0,
    snapshot: { before: 'hunter2' },
    facts: { nodes: { mailbox: 'enom:Mailbox:a@b.example' } },
    userErrors: [
      {
        code: 'TAKEN',
        message: 'hunter2 is taken',
        field: ['input', 'address'],
        native: { backend: 'enom', method: 'SetUpPOP3User', code: '304', message: 'hunter2' },
      },
    ],
    readBacks: 0,
    readBackAt: null,
  },
};

let folder: string;
let file: string;
let logged: string[];
let log: Log;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostgraph-audit-'));
  file = join(folder, 'audit.jsonl');
  logged = [];
  log = createLog('info', { write: (line: string) => logged.push(line) });
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const linesOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('an entry of the audit', () => {
  it('tells who changed what and what came of it, by ids and codes alone', () => {
    createAudit({ writeLine: openAuditFile(file), log, now: () => NOW }).watch(EVENT);
    expect(linesOf(file)).toEqual([
      {
        audit: 'ended',
        time: '2026-05-01T12:00:00.000Z',
        principal: 'shop',
        mutation: 'createMailbox',
        backend: 'enom',
        kind: 'ENOM',
        state: 'PARTIAL',
        key: 'key-1',
        run: 'run-1',
        requestId: 'req-1',
        startedAt: '2026-05-01T11:59:59.000Z',
        facts: { nodes: { mailbox: 'enom:Mailbox:a@b.example' } },
        refusals: [{ code: 'TAKEN', native: '304' }],
      },
    ]);
  });

  it('stays one line whatever a key or an id holds', () => {
    const key = 'a\n{"audit":"ended"}\u2028';
    createAudit({ writeLine: openAuditFile(file), log }).watch({
      ...EVENT,
      record: { ...EVENT.record, key },
    });
    expect(linesOf(file)).toMatchObject([{ key }]);
  });
});

describe('the file of the audit', () => {
  it('is made for its owner alone, added to and never written anew', () => {
    for (let run = 0; run < 2; run++) createAudit({ writeLine: openAuditFile(file), log }).watch(EVENT);
    expect(linesOf(file)).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('may be moved away while the gateway runs', () => {
    const audit = createAudit({ writeLine: openAuditFile(file), log });
    audit.watch(EVENT);
    renameSync(file, `${file}.1`);
    audit.watch(EVENT);
    expect([linesOf(file), linesOf(`${file}.1`)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('that cannot be written is a problem of the configuration', () => {
    const settings = { file: join(folder, 'no', 'such', 'folder') };
    expect(() => openAudit({ settings, redis: null, log, onFailure: () => undefined })).toThrow(
      'audit.file: cannot be written (ENOENT)',
    );
  });
});

describe('an entry that cannot be written', () => {
  it('is told loudly and goes to standard error', () => {
    const elsewhere: string[] = [];
    let failures = 0;
    const audit = createAudit({
      writeLine: () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
      writeToStandardError: (line) => elsewhere.push(line),
      log,
      onFailure: () => {
        failures += 1;
      },
    });
    audit.watch(EVENT);
    expect(failures).toBe(1);
    expect(elsewhere.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ key: 'key-1' }]);
    expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'error', where: 'audit.file', error: { code: 'ENOSPC' } },
    ]);
  });

  it('to a stream leaves the one in the file whole, and the end waits for it', async () => {
    const elsewhere: string[] = [];
    const audit = createAudit({
      writeLine: openAuditFile(file),
      writeToStandardError: (line) => elsewhere.push(line),
      stream: () => Promise.reject(new Error('There is no connection to Redis.')),
      log,
    });
    audit.watch(EVENT);
    await audit.close();
    expect(linesOf(file)).toHaveLength(1);
    expect(elsewhere).toHaveLength(1);
    expect(logged.join('')).toContain('audit.redisStream');
  });
});

describe('the stream of the audit', () => {
  it('gets the same entries, bounded in number, under the prefix of all keys', async () => {
    const commands: Array<readonly string[]> = [];
    const command = async <T>(...args: readonly string[]): Promise<T> => {
      commands.push(args);
      // The reply is the id of the entry, which nobody reads.
      return '1-0' as T;
    };
    const audit = openAudit({
      settings: { file, redisStream: 'audit' },
      redis: { command, keyPrefix: 'hg:' },
      log,
      onFailure: () => undefined,
    });
    audit.watch(EVENT);
    await audit.close();
    const [line = ''] = readFileSync(file, 'utf8').split('\n');
    expect(commands).toEqual([['XADD', 'hg:audit', 'MAXLEN', '~', '1000000', '*', 'entry', line]]);
  });
});
