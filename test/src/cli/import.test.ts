import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../../../src/cli/arguments.js';
import { runImport } from '../../../src/cli/import.js';
import type { ImportCommand } from '../../../src/cli/import-arguments.js';
import { documentWsdl, put } from '../import/wsdl-of.js';

const folder = mkdtempSync(join(tmpdir(), 'hostgraph-cli-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const wsdl = join(folder, 'panel.wsdl');
writeFileSync(
  wsdl,
  documentWsdl({ schema: put('<s:element name="a" type="tns:Missing"/>') }).replace('tns:Missing', 's:int'),
);

function commandOf(...args: readonly string[]): ImportCommand {
  const command = parseArguments(['import', ...args], undefined);
  if (command.name !== 'import') throw new Error('Another command was read.');
  return command;
}

describe('hostgraph import', () => {
  it('reads its options', () => {
    const args = [
      'http://x.example/?wsdl',
      '--only',
      'A,B',
      '--only',
      'C',
      '--user',
      'u',
      '--password-env',
      'PW',
    ];
    expect(
      commandOf(...args, '--allow-host', 'y.example', '--timeout-ms', '5', '-o', 'f', '--service', 'S'),
    ).toEqual({
      name: 'import',
      address: 'http://x.example/?wsdl',
      out: 'f',
      force: false,
      service: 'S',
      only: ['A', 'B', 'C'],
      allowedHosts: ['y.example'],
      login: { user: 'u', passwordVariable: 'PW' },
      ca: null,
      timeoutMs: 5,
      maxBytes: 33_554_432,
    });
  });

  it.each([
    [[], 'import takes one operand'],
    [['a', 'b'], 'import takes one operand'],
    [['a', '--user', 'u'], '--user goes with --password-env'],
    [['a', '--timeout-ms', '1s'], '--timeout-ms takes a whole number'],
    [['a', '--set', 'APPLIED'], "Unknown option '--set'"],
  ])('refuses %j', (args, message) => {
    expect(() => commandOf(...args)).toThrow(UsageError);
    expect(() => commandOf(...args)).toThrow(message);
  });

  it('prints the file on standard output, and what to know beside it', async () => {
    const { output, report, isDone } = await runImport(commandOf(wsdl), {});
    expect(isDone).toBe(true);
    expect(output).toContain('methods:\n  Put:\n');
    expect(report).toBe('1 methods, 0 left out.\n');
  });

  it('writes a file, and not over one that may have been reviewed', async () => {
    const out = join(folder, 'out.yaml');
    const first = await runImport(commandOf(wsdl, '--out', out), {}, new Date(0));
    expect(first).toEqual({ output: '', report: `1 methods in ${out}, 0 left out.\n`, isDone: true });
    writeFileSync(out, 'reviewed');
    expect(await runImport(commandOf(wsdl, '--out', out), {})).toEqual({
      output: '',
      report: `${out} is there already; --force writes over it.\n`,
      isDone: false,
    });
    expect(readFileSync(out, 'utf8')).toBe('reviewed');
    expect((await runImport(commandOf(wsdl, '--out', out, '--force'), {})).isDone).toBe(true);
    expect(readFileSync(out, 'utf8')).toContain('descriptors: 1');
  });

  it('says in a sentence what could not be had, and writes nothing', async () => {
    const out = join(folder, 'never.yaml');
    expect(await runImport(commandOf(join(folder, 'none.wsdl'), '--out', out), {})).toEqual({
      output: '',
      report: `There is no file ${join(folder, 'none.wsdl')}.\n`,
      isDone: false,
    });
    expect(existsSync(out)).toBe(false);
  });

  it('wants the password in the variable that is named', async () => {
    const command = commandOf(wsdl, '--user', 'u', '--password-env', 'PW');
    await expect(runImport(command, {})).rejects.toThrow('The environment variable PW is not set.');
    expect((await runImport(command, { PW: 'x' })).isDone).toBe(true);
    await expect(runImport(commandOf(wsdl, '--ca', join(folder, 'none.pem')), {})).rejects.toThrow(
      'none.pem cannot be read.',
    );
  });
});
