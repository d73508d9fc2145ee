import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hostgraph-tally-'));
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  });
  const reports = {
    'good.json': { numPassedTests: 40, numFailedTests: 0, testResults: [file('passed', 'passed')] },
    'bad.json': { numPassedTests: 7, numFailedTests: 2, testResults: [file('failed', 'failed', 'failed')] },
    'broken.json': { numPassedTests: 3, numFailedTests: 0, testResults: [file('failed'), file('failed')] },
  };
  for (const [name, report] of Object.entries(reports)) {
    await writeFile(join(directory, name), JSON.stringify(report));
  }
  await writeFile(join(directory, 'cut.json'), '{"numPassedTests":');
});

afterAll(() => rm(directory, { recursive: true }));

it.each([
  {
    title: 'sums two good runs',
    runs: ['good.json', '0', 'good.json', '0'],
    says: '80 passed, 0 failed',
    code: 0,
  },
  { title: 'sums failures', runs: ['good.json', '0', 'bad.json', '1'], says: '47 passed, 2 failed', code: 1 },
  {
    title: 'counts files that break before their tests',
    runs: ['broken.json', '1'],
    says: '3 passed, 2 failed',
    code: 1,
  },
  {
    title: 'counts a run that fails beside its tests',
    runs: ['good.json', '1'],
    says: '40 passed, 1 failed',
    code: 1,
  },
  {
    title: 'counts a run without a report',
    runs: ['none.json', '2', 'good.json', '0'],
    says: '40 passed, 1 failed',
    code: 1,
  },
  {
    title: 'counts a run whose report is cut off',
    runs: ['cut.json', '0'],
    says: '0 passed, 1 failed',
    code: 1,
  },
])('$title', async ({ runs, says, code }) => {
  const args = runs.map((run) => (run.endsWith('.json') ? join(directory, run) : run));
  const result = await new Promise((resolve) => {
    execFile(process.execPath, ['.ci/tally.mjs', ...args], (error, stdout, stderr) => {
      resolve({ output: stdout + stderr, code: error?.code ?? 0 });
    });
  });
  expect(result).toEqual({ output: `${says}\n`, code });
});
