import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log/index.js';
import { readOrMakeSecret } from '../../../src/writes/kept-secret.js';
import { openLedger } from '../../../src/writes/open-ledger.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostgraph-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (...path: string[]): string => (statSync(join(folder, ...path)).mode & 0o777).toString(8);

describe('the secret of a folder', () => {
  it('is made once, of 32 bytes, readable to its user alone, and leaves nothing beside it', () => {
    const made = readOrMakeSecret(folder);
    expect(made).toHaveLength(32);
    expect(readOrMakeSecret(folder)).toEqual(made);
    expect(readdirSync(folder)).toEqual(['idempotency.secret']);
    expect(modeOf('idempotency.secret')).toBe('600');
  });

  it('is another one in another folder', () => {
    expect(readOrMakeSecret(folder)).not.toEqual(readOrMakeSecret(join(folder, 'other')));
  });

  it.each(['', 'short', 'g'.repeat(64), 'a'.repeat(62)])(
    'is not taken for one when the file says %j',
    (text) => {
      writeFileSync(join(folder, 'idempotency.secret'), text);
      expect(() => readOrMakeSecret(folder)).toThrow('does not hold 32 bytes');
    },
  );

  it('is one for processes that start at the same time', { timeout: 60_000 }, async () => {
    const program = join(folder, 'program.mjs');
    const source = new URL('../../../src/writes/kept-secret.ts', import.meta.url).href;
    writeFileSync(
      program,
      `import { readOrMakeSecret } from ${JSON.stringify(source)};
       process.send(Buffer.from(readOrMakeSecret(${JSON.stringify(join(folder, 'data'))})).toString('hex'));
       process.disconnect();`,
    );
    const made = await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise((resolve, reject) => {
            const child = fork(program, { execArgv: ['--import', import.meta.resolve('tsx')] });
            child.once('message', resolve);
            child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
          }),
      ),
    );
    expect(new Set(made)).toEqual(
      new Set([readFileSync(join(folder, 'data', 'idempotency.secret'), 'utf8')]),
    );
  });
});

describe('the embedded ledger', () => {
  it('keeps its records where no other user can read them', async () => {
    const { close } = openLedger({
      dataDir: join(folder, 'data'),
      redis: null,
      secret: null,
      retentionMs: 1_000,
      leaseMs: () => 1_000,
      log: createLog('silent'),
    });
    await close();
    expect(modeOf('data')).toBe('700');
    expect(modeOf('data', 'writes')).toBe('700');
  });
});
