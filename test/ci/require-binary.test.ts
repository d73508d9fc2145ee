import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireBinary } from '../peers/support/require-binary.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostgraph-path-'));
  await writeFile(join(folder, 'redis-server'), '#!/bin/sh\n');
});

afterEach(() => rm(folder, { recursive: true }));

describe('requireBinary', () => {
  it('finds a program in the first folder of the search path that has it', async () => {
    await chmod(join(folder, 'redis-server'), 0o755);
    expect(requireBinary('redis-server', `/nowhere:${folder}:/usr/bin`)).toBe(join(folder, 'redis-server'));
  });

  it('names the command that installs a program that is missing', () => {
    expect(() => requireBinary('chromium', folder)).toThrow(
      'chromium is missing. Install it with: apt-get install -y --no-install-recommends chromium',
    );
    expect(() => requireBinary('mcs', folder)).toThrow(
      'mcs is missing. Install it with: apt-get install -y --no-install-recommends ' +
        'mono-mcs libmono-system-web-services4.0-cil libmono-system-web-extensions4.0-cil tzdata',
    );
  });

  it('takes no file for a program that cannot be executed', async () => {
    await chmod(join(folder, 'redis-server'), 0o644);
    expect(() => requireBinary('redis-server', folder)).toThrow('redis-server is missing');
  });

  it('looks in no folder relative to where the suite runs', () => {
    expect(() => requireBinary('redis-server', ':.:')).toThrow('redis-server is missing');
  });

  it('refuses what the list of packages does not name', () => {
    expect(() => requireBinary('netcat')).toThrow('netcat is not listed in test/peers/apt-packages.txt');
  });
});
